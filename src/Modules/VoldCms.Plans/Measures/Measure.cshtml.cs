using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Presentation.Text;

namespace VoldCms.Plans.Measures;

/// <summary>One measure with all its cells, and the way to its neighbours.</summary>
internal sealed class MeasurePage(Site site, RequestedItem requested, MeasureDetailReader measures) : SitePage(site)
{
    public override Wording Title =>
        Plan is null ? Heading : Heading with { Value = $"{Heading.Value} – {PlanLabels.Discreet(Plan, T).Value}" };

    protected override ImmutableArray<Culture> WrittenIn => Plan is null ? [] : PlanLabels.WrittenIn(Plan);

    public override ImmutableArray<Crumb> Breadcrumbs =>
        Plan is null
            ? []
            : [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(PlanLabels.Short(Plan), PlanHref, Language), new(Heading, null)];

    /// <summary>"Measure 8": the measure's own words stand in the heading of the page.</summary>
    public Wording Heading => MeasureLabels.NameIn(T, MeasureLabels.Of(requested.Item));

    /// <summary>The measure's words in two: what stands as the heading, and what goes on below it.</summary>
    public PrintedHead Words =>
        PrintedText.Split(requested.Item.Text(PlanContentTypes.Measure, "Text") ?? requested.Item.DisplayText ?? "");

    public string Language => Plan is null ? "nb" : PlanLabels.Language(Plan);

    /// <summary>That a person has set the state, and when.</summary>
    public Wording SetByHand =>
        Detail.SetOn is { } day
            ? T["Status set by the municipality {0}", day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)]
            : T["Status set by the municipality"];

    public ContentItem? Plan { get; private set; }

    public string PlanName => Plan is null ? "" : PlanLabels.Short(Plan);

    public string PlanHref => (Plan is null ? null : Site.FindHref(Plan)) ?? Site.Href(PlanAddresses.Plans);

    public MeasureDetail Detail { get; private set; } = new();

    /// <summary>A measure whose plan is not public is not there.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Plan = await measures.FindPlanAsync(requested.Item, cancellationToken);
        if (Plan is null)
        {
            return NotFound();
        }

        Detail = await measures.ReadAsync(requested.Item, Plan, cancellationToken);
        return Page();
    }
}
