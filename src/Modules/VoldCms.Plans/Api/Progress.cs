using System.Collections.Immutable;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Api;

/// <summary>How many measures of a plan, or of a section of one, are in each state.</summary>
internal sealed class Progress(ContentReader reader) : IComputedField
{
    /// <summary>More than all plans of a municipality have.</summary>
    private const int Everything = 5000;

    private const string Unknown = "unknown";

    // A measure's life; what stands in none of these comes last.
    private static readonly ImmutableArray<string> s_states =
        ["recommended", "notStarted", "starting", "project", "ongoing", "partlyDone", "done", "dropped", Unknown];

    public static ComputedFieldDefinition Definition { get; } = new()
    {
        Name = "Progress",
        Targets = [ContentTypes.Plan, ContentTypes.PlanSection],
        Description = "How many of its measures are in each state.",
        Shape = new ValueShape.ObjectOf(
            "Progress",
            "Measures by state.",
            [
                new("Total", "All measures.", ValueShape.WholeNumber, counts => ((Counts)counts).Total),
                new(
                    "States",
                    "The states that some measure is in, from recommended to done.",
                    new ValueShape.ListOf(new ValueShape.ObjectOf(
                        "StateCount",
                        "A state, and how many are in it.",
                        [
                            new("State", "The state's name, as the field state has it; unknown where that is empty.", ValueShape.Text, count => ((StateCount)count).State),
                            new("Count", "How many.", ValueShape.WholeNumber, count => ((StateCount)count).Count),
                        ])),
                    counts => ((Counts)counts).States),
            ]),
    };

    public async ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items, ParameterValues values, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<ContentItemId, Counts>();
        foreach (var group in items.GroupBy(item => item.ContentType, StringComparer.OrdinalIgnoreCase))
        {
            var picker = group.Key.Equals(ContentTypes.Plan, StringComparison.OrdinalIgnoreCase) ? "Plan" : "Section";
            var query = ContentQuery.For(ContentTypes.Measure)
                .Where(ContentFilter.In($"{ContentTypes.Measure}.{picker}", [.. group.Select(item => ContentValue.Of(item.ContentItemId))]));
            if (!(await reader.ListAsync(query with { Take = Everything }, cancellationToken)).TryGet(out var page, out var error))
            {
                return error;
            }

            var states = page.Items
                .SelectMany(measure => measure.Ids(ContentTypes.Measure, picker).Distinct(), (measure, owner) => (Owner: owner, State: StateOf(measure)))
                .ToLookup(entry => entry.Owner, entry => entry.State);
            foreach (var item in group)
            {
                counts[item.ContentItemId] = Count(states[item.ContentItemId]);
            }
        }

        return new Computed([.. items.Select(item => counts[item.ContentItemId])]);
    }

    private static string StateOf(ContentItem measure) => measure.Text(ContentTypes.Measure, "State") ?? Unknown;

    private static Counts Count(IEnumerable<string> states)
    {
        var counted = states.CountBy(state => state, StringComparer.Ordinal)
            .OrderBy(state => (uint)s_states.IndexOf(state.Key))
            .ThenBy(state => state.Key, StringComparer.Ordinal)
            .Select(state => new StateCount(state.Key, state.Value))
            .ToImmutableArray();
        return new(counted.Sum(state => state.Count), counted);
    }

    private sealed record Counts(int Total, ImmutableArray<StateCount> States);

    private sealed record StateCount(string State, int Count);
}
