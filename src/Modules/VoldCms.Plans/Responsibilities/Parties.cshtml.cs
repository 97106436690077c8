using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Responsibilities;

/// <summary>All who are responsible for something, and the measures that name nobody.</summary>
internal sealed class PartiesPage(Site site, ResponsibilityReader responsibilities) : SitePage(site)
{
    public override Wording Title => T["Who is responsible"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(Title, null)];

    public ImmutableArray<PartyGroup> Groups { get; private set; } = [];

    public ImmutableArray<PlanDuties> OfNobody { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (Groups, OfNobody) = await responsibilities.ListAsync(cancellationToken);

    /// <summary>The language of words where it is not the page's; else null.</summary>
    public string? Marked(string? language) => language == Site.Culture.Name ? null : language;
}
