using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Plans;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Areas.Plans.Pages;

/// <summary>One plan: the decision about it, what it says of itself, and its measures.</summary>
internal sealed class PlanPage(Site site, RequestedItem requested, PlanReader plans, MeasureReader measures) : SitePage(site)
{
    public ContentItem Plan { get; private set; } = requested.Item;

    public override string Title => PlanLabels.Discreet(Plan, T);

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["Plans"], Site.Href(PlansSection.PagePath)), new(PlanLabels.Short(Plan), null, Language)];

    /// <summary>The document's language.</summary>
    public string Language => PlanLabels.Language(Plan);

    /// <summary>Told when the document speaks another language than the page.</summary>
    public bool IsInOtherLanguage => Language != Site.Culture.Name;

    public PlanView View { get; private set; } = new();

    public MeasureTable Table { get; private set; } = new([], [], [], 0, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await measures.ListAsync(Plan, cancellationToken);
        var sections = await measures.ListSectionsAsync(Plan, cancellationToken);
        var parties = await measures.ListPartiesAsync(all.SelectMany(measure => measure.Parties), cancellationToken);
        var href = Site.FindHref(Plan) ?? Site.Href(PlansSection.PagePath);
        View = await plans.ReadAsync(Plan, all, cancellationToken);
        Table = new MeasureGrouping(all, sections, parties, T, href).Build(MeasureFilter.Read(Request.Query));
    }

    public string NameOf(MeasureColumn column) => column switch
    {
        MeasureColumn.TargetGroup => T["Target group"],
        MeasureColumn.HowWhen => T["How and when"],
        MeasureColumn.Responsible => T["Responsible"],
        MeasureColumn.Deadline => T["Deadline"],
        MeasureColumn.Status => T["Status"],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };
}
