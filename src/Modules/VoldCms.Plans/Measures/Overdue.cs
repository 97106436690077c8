using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Plans.Measures;

/// <summary>Whether a measure's deadline has passed.</summary>
internal sealed class Overdue(TimeProvider clock) : IComputedField
{
    public static ComputedFieldDefinition Definition { get; } =
        new()
        {
            Name = "Overdue",
            Targets = [PlanContentTypes.Measure],
            Description = "Whether its last day has passed in Norway while it is neither done nor dropped; false without a last day.",
            Parameters = [Parameter.At],
            Shape = ValueShape.Boolean,
        };

    public ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    )
    {
        var asked = values.FindInstant(Parameter.At.Name);
        var today = NorwegianDays.Of(asked ?? clock.GetUtcNow());
        return new(
            new Computed(
                [.. items.Select(item => (object)(FindSince(item, today) is not null))],
                asked is null ? NorwegianDays.EndOf(today) : null
            )
        );
    }

    /// <summary>The last day, where it has passed and the measure is neither done nor dropped; else null.</summary>
    internal static DateOnly? FindSince(ContentItem measure, DateOnly today) =>
        measure.Day(PlanContentTypes.Measure, "DeadlineDate") is { } last
        && last < today
        && MeasureStates.Read(measure, PlanContentTypes.Measure) is not (MeasureState.Done or MeasureState.Dropped)
            ? last
            : null;
}
