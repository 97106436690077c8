using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Plans.Measures;

namespace VoldCms.Plans.StatusReports;

/// <summary>Reads reports on a plan. Scoped.</summary>
internal sealed class StatusReportReader(ContentReader reader)
{
    private const string Entry = PlanContentTypes.StatusEntry;

    /// <summary>The plan that a report is about; null when it is not public.</summary>
    public async Task<ContentItem?> FindPlanAsync(ContentItem report, CancellationToken cancellationToken) =>
        report.FirstId(PlanContentTypes.StatusReport, "Plan") is { } id ? await reader.FindAsync(id, cancellationToken) : null;

    /// <summary>What the report says.</summary>
    /// <param name="report">The report.</param>
    /// <param name="measures">The plan's measures, in its order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<StatusReportView> ReadAsync(
        ContentItem report,
        ImmutableArray<MeasureView> measures,
        CancellationToken cancellationToken
    )
    {
        var byId = measures.ToDictionary(measure => measure.Id);
        var items = await reader.ListAllAsync(
            PlanReading.Of(Entry, "StatusReport", report.ContentItemId).OrderBy($"{Entry}.Order"),
            cancellationToken
        );
        ImmutableArray<StatusEntryView> entries =
        [
            .. items.Select(item => new StatusEntryView(
                item.FirstId(Entry, "Measure") is { } id ? byId.GetValueOrDefault(id) : null,
                item.Text(Entry, "TextLines") ?? item.Text(Entry, "Text"),
                MeasureStates.Read(item, Entry, "Text"),
                Lights.Read(item, Entry)
            )),
        ];
        return new(
            report.Text(PlanContentTypes.StatusReport, "DateText"),
            Legend.Of(report),
            entries,
            [.. measures.Except(entries.Select(entry => entry.Measure).OfType<MeasureView>())]
        );
    }
}
