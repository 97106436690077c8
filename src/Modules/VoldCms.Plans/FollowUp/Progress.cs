using System.Collections.Immutable;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Plans.FollowUp;

/// <summary>How many measures of a plan, or of a section of one, are in each state.</summary>
internal sealed class Progress(ContentReader reader) : IComputedField
{
    private const string Unknown = "unknown";

    // A measure's life; what stands in none of these comes last.
    private static readonly ImmutableArray<string> s_states =
    [
        "recommended",
        "notStarted",
        "starting",
        "project",
        "ongoing",
        "partlyDone",
        "done",
        "dropped",
        Unknown,
    ];

    public static ComputedFieldDefinition Definition { get; } =
        new()
        {
            Name = "Progress",
            Targets = [PlanContentTypes.Plan, PlanContentTypes.PlanSection],
            Description = "How many of its measures are in each state.",
            Shape = new ValueShape.ObjectOf(
                "Progress",
                "Measures by state.",
                [
                    new("Total", "All measures.", ValueShape.WholeNumber, counts => ((Counts)counts).Total),
                    new(
                        "States",
                        "The states that some measure is in, from recommended to done.",
                        new ValueShape.ListOf(
                            new ValueShape.ObjectOf(
                                "StateCount",
                                "A state, and how many are in it.",
                                [
                                    new(
                                        "State",
                                        "The state's name, as the field state has it; unknown where that is empty.",
                                        ValueShape.Text,
                                        count => ((StateCount)count).State
                                    ),
                                    new("Count", "How many.", ValueShape.WholeNumber, count => ((StateCount)count).Count),
                                ]
                            )
                        ),
                        counts => ((Counts)counts).States
                    ),
                ]
            ),
        };

    public async ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    )
    {
        var counts = new Dictionary<ContentItemId, Counts>();
        foreach (var group in items.GroupBy(item => item.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            var picker = group.Key.Equals(PlanContentTypes.Plan, StringComparison.OrdinalIgnoreCase) ? "Plan" : "Section";
            var path = $"{PlanContentTypes.Measure}.{picker}";
            var query = ContentQuery
                .For(PlanContentTypes.Measure)
                .Where(ContentFilter.In(path, [.. group.Select(item => ContentValue.Of(item.ContentItemId))]))
                .AllAtOnce();
            if (
                !(await reader.CountAsync(query, [path, $"{PlanContentTypes.Measure}.State"], cancellationToken)).TryGet(
                    out var found,
                    out var error
                )
            )
            {
                return error;
            }

            var states = found.ToLookup(
                each => new ContentItemId(each.Values[0]?.AsText() ?? ""),
                each => new StateCount(StateOf(each.Values[1]), each.Count)
            );
            foreach (var item in group)
            {
                counts[item.ContentItemId] = Count(states[item.ContentItemId]);
            }
        }

        return new Computed([.. items.Select(item => counts[item.ContentItemId])]);
    }

    private static string StateOf(ContentValue? state) => state?.AsText() is { Length: > 0 } text ? text : Unknown;

    private static Counts Count(IEnumerable<StateCount> states)
    {
        // No state and an empty one are the same.
        var counted = states
            .GroupBy(state => state.State, state => state.Count, StringComparer.Ordinal)
            .OrderBy(state => (uint)s_states.IndexOf(state.Key))
            .ThenBy(state => state.Key, StringComparer.Ordinal)
            .Select(state => new StateCount(state.Key, state.Sum()))
            .ToImmutableArray();
        return new(counted.Sum(state => state.Count), counted);
    }

    private sealed record Counts(int Total, ImmutableArray<StateCount> States);

    private sealed record StateCount(string State, int Count);
}
