using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Plans.Measures;

/// <summary>Whether a measure's deadline has passed.</summary>
internal sealed class Overdue(TimeProvider clock) : MeasureFlag(clock)
{
    public static ComputedFieldDefinition Definition { get; } =
        Define("Overdue", "Whether its last day has passed in Norway while it is neither done nor dropped; false without a last day.");

    /// <summary>The last day, where it has passed and the measure is neither done nor dropped; else null.</summary>
    internal static DateOnly? FindSince(ContentItem measure, DateOnly today) =>
        measure.Day(PlanContentTypes.Measure, "DeadlineDate") is { } last
        && last < today
        && MeasureStates.Read(measure, PlanContentTypes.Measure) is not (MeasureState.Done or MeasureState.Dropped)
            ? last
            : null;

    protected override bool IsTrueOn(ContentItem measure, DateOnly today) => FindSince(measure, today) is not null;
}
