using System.Collections.Immutable;
using VoldCms.Plans.Measures;

namespace VoldCms.Plans.FollowUp;

/// <summary>How many of a plan's measures have come how far.</summary>
/// <param name="Shares">The states that some measure is in, in their order.</param>
/// <param name="Total">How many measures the plan has.</param>
/// <param name="IsRead">Of some measure it is the plan's own words that tell it.</param>
/// <param name="SetByHand">Of how many a person has said it.</param>
internal sealed record PlanProgress(ImmutableArray<ProgressShare> Shares, int Total, bool IsRead, int SetByHand)
{
    /// <summary>Of a plan without measures.</summary>
    public static PlanProgress None { get; } = new([], 0, false, 0);

    /// <summary>The plan says it of some measure; of a plan that says nothing there is nothing to show.</summary>
    public bool IsStated => Shares.Any(share => share.State < MeasureState.Other);

    /// <summary>Counts the measures.</summary>
    /// <param name="measures">All of the plan.</param>
    /// <param name="pageHref">The plan's page, whose filter each share leads to.</param>
    internal static PlanProgress Of(ImmutableArray<MeasureView> measures, string pageHref)
    {
        var shares = ImmutableArray.CreateBuilder<ProgressShare>();
        var start = 0;
        foreach (var group in measures.GroupBy(measure => measure.State).OrderBy(group => group.Key))
        {
            var count = group.Count();
            shares.Add(new(group.Key, start, count, pageHref + new MeasureFilter { State = group.Key }.ToQuery()));
            start += count;
        }

        return new(
            shares.ToImmutable(),
            measures.Length,
            measures.Any(measure => measure is { IsSetByHand: false, State: < MeasureState.Other }),
            measures.Count(measure => measure.IsSetByHand)
        );
    }
}

/// <summary>The measures in one state.</summary>
/// <param name="State">Which.</param>
/// <param name="Start">How many measures the states before it have.</param>
/// <param name="Count">How many are in it.</param>
/// <param name="Href">The table with them alone.</param>
internal sealed record ProgressShare(MeasureState State, int Start, int Count, string Href);
