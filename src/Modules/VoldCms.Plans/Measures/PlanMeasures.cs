using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Measures;

/// <summary>A plan's measures with what they stand below, one query each.</summary>
/// <param name="Measures">In the plan's order.</param>
/// <param name="Sections">In the plan's order.</param>
/// <param name="Goals">By id.</param>
internal sealed record PlanMeasures(
    ImmutableArray<MeasureView> Measures,
    ImmutableArray<SectionView> Sections,
    IReadOnlyDictionary<ContentItemId, GoalView> Goals
);
