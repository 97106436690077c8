using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Plans.Measures;

/// <summary>Whether what a measure lives on is over: somebody has to decide whether it goes on.</summary>
internal sealed class RunOut(TimeProvider clock) : MeasureFlag(clock)
{
    public static ComputedFieldDefinition Definition { get; } =
        Define(
            "RunOut",
            "Whether its project or its support is over in Norway while it is neither done nor dropped; false where no end is told."
        );

    protected override bool IsTrueOn(ContentItem measure, DateOnly today) => MeasureEnd.Find(measure)?.HasPassed(today) == true;
}
