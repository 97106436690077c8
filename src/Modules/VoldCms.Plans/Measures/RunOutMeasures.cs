using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.Plans.Measures;

/// <summary>The measures whose project or support is over.</summary>
internal sealed class RunOutMeasures(ContentReader reader, TimeProvider clock) : LateMeasures(reader, clock)
{
    public static NamedQueryDefinition Definition { get; } =
        Define(
            "RunOutMeasures",
            "The measures whose project or support is over in Norway and that are neither done nor dropped, in the order of their plans."
        );

    protected override ContentQuery PastOn(DateOnly today, ContentQuery measures)
    {
        var year = ContentValue.Of((decimal)today.Year);
        return measures
            .Where(new ContentFilter.Or([LessThan(MeasureEnd.ProjectUntil, year), LessThan(MeasureEnd.FundingUntil, year)]))
            .OrderBy(MeasureLabels.PlanOrder);
    }
}
