using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Parties;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.StatusReports;

/// <summary>A report on a plan: its legend with the printed shares, and what it says of each measure.</summary>
internal sealed class StatusReportPage(
    Site site,
    RequestedItem requested,
    StatusReportReader reports,
    MeasureReader measures,
    PartyReader parties
) : SitePage(site)
{
    private IReadOnlyDictionary<ContentItemId, PartyName> _parties = ImmutableDictionary<ContentItemId, PartyName>.Empty;

    public ContentItem Report => requested.Item;

    public override Wording Title =>
        Plan is null ? Heading : Heading with { Value = $"{Heading.Value} – {PlanLabels.Discreet(Plan, T).Value}" };

    protected override ImmutableArray<Culture> WrittenIn => Plan is null ? [] : PlanLabels.WrittenIn(Plan);

    public override ImmutableArray<Crumb> Breadcrumbs =>
        Plan is null ? [] : [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(PlanName, PlanHref, Language), new(Heading, null)];

    private Wording Heading => T["Status report"];

    public string Language => Plan is null ? "nb" : PlanLabels.Language(Plan);

    public string PlanName => Plan is null ? "" : PlanLabels.Short(Plan);

    public string PlanHref => (Plan is null ? null : Site.FindHref(Plan)) ?? Site.Href(PlanAddresses.Plans);

    public StatusReportView View { get; private set; } = new(null, Legend.None, [], []);

    private ContentItem? Plan { get; set; }

    /// <summary>Who can be asked about a measure that the report says nothing about.</summary>
    public IEnumerable<PartyName> PartiesOf(MeasureView measure) => measure.Parties.Select(_parties.GetValueOrDefault).OfType<PartyName>();

    /// <summary>A report on a plan that is not public is not there.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Plan = await reports.FindPlanAsync(Report, cancellationToken);
        if (Plan is null)
        {
            return NotFound();
        }

        View = await reports.ReadAsync(Report, (await measures.ListAsync(Plan, cancellationToken)).Measures, cancellationToken);
        _parties = await parties.ListAsync(View.Silent.SelectMany(measure => measure.Parties), cancellationToken);
        return Page();
    }
}
