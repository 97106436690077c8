using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.Plans.Measures;

/// <summary>The measures whose deadline has passed.</summary>
internal sealed class OverdueMeasures(ContentReader reader, TimeProvider clock) : LateMeasures(reader, clock)
{
    private const string Deadline = "DeadlineDate";

    public static NamedQueryDefinition Definition { get; } =
        Define(
            "OverdueMeasures",
            "The measures whose last day has passed in Norway and that are neither done nor dropped, the longest overdue first."
        );

    protected override ContentQuery PastOn(DateOnly today, ContentQuery measures) =>
        measures
            .Where(LessThan(Deadline, ContentValue.Of(NorwegianDays.ToStored(today))))
            .OrderBy($"{PlanContentTypes.Measure}.{Deadline}");
}
