using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Measures;

/// <summary>A plan's measures with what they stand below, one query each.</summary>
/// <param name="Measures">In the plan's order.</param>
/// <param name="Sections">In the plan's order.</param>
/// <param name="Goals">By id.</param>
internal sealed record PlanMeasures(
    ImmutableArray<MeasureView> Measures,
    ImmutableArray<SectionView> Sections,
    IReadOnlyDictionary<ContentItemId, GoalView> Goals
)
{
    /// <summary>The target groups that some measure is for, in their taxonomy's order.</summary>
    public ImmutableArray<Term> TargetGroups { get; init; } = [];

    /// <summary>The levels of prevention that some measure is at, in their taxonomy's order.</summary>
    public ImmutableArray<Term> Levels { get; init; } = [];

    /// <summary>The document's table has the target group as its first column: measures stand below it.</summary>
    public bool LeadsWithTargetGroup { get; init; }
}
