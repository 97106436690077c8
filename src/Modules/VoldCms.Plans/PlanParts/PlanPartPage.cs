using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.PlanParts;

/// <summary>A page below a plan's own.</summary>
internal abstract class PlanPartPage(Site site, ContentReader reader) : SitePage(site)
{
    private ContentItem? _plan;

    public override Wording Title => Heading with { Value = $"{Heading.Value} – {PlanLabels.Discreet(Plan, T).Value}" };

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(PlanName, PlanHref, Language), new(Heading, null)];

    protected override ImmutableArray<Culture> WrittenIn => PlanLabels.WrittenIn(Plan);

    /// <summary>What the page is called.</summary>
    public abstract Wording Heading { get; }

    /// <exception cref="InvalidOperationException">The plan has not been looked for, or not found.</exception>
    public ContentItem Plan => _plan ?? throw new InvalidOperationException("The page is of no plan.");

    public string PlanName => PlanLabels.Short(Plan);

    public string PlanHref => Site.FindHref(Plan) ?? Site.Href(PlanAddresses.Plans);

    /// <summary>The document's language.</summary>
    public string Language => PlanLabels.Language(Plan);

    /// <summary>Told when the document speaks another language than the page.</summary>
    public bool IsInOtherLanguage => Language != Site.Culture.Name;

    /// <summary>Looks for the plan at <c>planer/{slug}</c>.</summary>
    /// <returns>False when there is none.</returns>
    protected async Task<bool> FindPlanAsync(string slug, CancellationToken cancellationToken)
    {
        _plan = await reader.FindByPathAsync($"{PlanAddresses.Plans}/{slug}", cancellationToken)
            is { ContentType: PlanContentTypes.Plan } plan
            ? plan
            : null;
        return _plan is not null;
    }
}
