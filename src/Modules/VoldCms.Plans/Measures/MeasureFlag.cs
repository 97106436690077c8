using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Plans.Measures;

/// <summary>What is true of a measure on a day and false on another: it holds until the day is over in Norway.</summary>
internal abstract class MeasureFlag(TimeProvider clock) : IComputedField
{
    public ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    )
    {
        var asked = values.FindInstant(Parameter.At.Name);
        var today = NorwegianDays.Of(asked ?? clock.GetUtcNow());
        return new(
            new Computed([.. items.Select(item => (object)IsTrueOn(item, today))], asked is null ? NorwegianDays.EndOf(today) : null)
        );
    }

    /// <summary>Whether it is true of the measure on that day.</summary>
    protected abstract bool IsTrueOn(ContentItem measure, DateOnly today);

    /// <summary>How it stands in the schema.</summary>
    protected static ComputedFieldDefinition Define(string name, string description) =>
        new()
        {
            Name = name,
            Targets = [PlanContentTypes.Measure],
            Description = description,
            Parameters = [Parameter.At],
            Shape = ValueShape.Boolean,
        };
}
