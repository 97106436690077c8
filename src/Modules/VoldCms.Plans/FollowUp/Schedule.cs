using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Plans.FollowUp;

/// <summary>When plans run out, and when they are to be evaluated and revised.</summary>
internal sealed class Schedule(TimeProvider clock) : IComputedField
{
    public static ComputedFieldDefinition Definition { get; } =
        new()
        {
            Name = "Schedule",
            Targets = [PlanContentTypes.Plan],
            Description =
                "When it runs out, and when it is to be evaluated and revised: what is entered, else worked out of what the document says.",
            Parameters = [Parameter.At],
            Shape = new ValueShape.ObjectOf(
                "PlanSchedule",
                "The days of a plan; null for what nobody has said. A year ends on its last day.",
                [
                    new(
                        "LastDay",
                        "The last day of its period, or of the year that it was prolonged to.",
                        ValueShape.DateTime,
                        days => ToStored(((Days)days).Plan.LastDay)
                    ),
                    new("HasRunOut", "Whether the period is over in Norway.", ValueShape.Boolean, days => ((Days)days).HasRunOut),
                    new(
                        "NextEvaluation",
                        "The last day of the evaluation; one that has passed stays, for nobody has said that it was held.",
                        ValueShape.DateTime,
                        days => ToStored(((Days)days).Plan.Evaluation)
                    ),
                    new(
                        "NextRevision",
                        "The last day of the next revision.",
                        ValueShape.DateTime,
                        days => ToStored(((Days)days).Plan.Revision)
                    ),
                ]
            ),
        };

    public ValueTask<Result<Computed>> ComputeAsync(
        IReadOnlyList<ContentItem> items,
        ParameterValues values,
        CancellationToken cancellationToken
    )
    {
        var asked = values.FindInstant(Parameter.At.Name);
        var today = NorwegianDays.Of(asked ?? clock.GetUtcNow());
        return new(new Computed([.. items.Select(Read)], asked is null ? NorwegianDays.EndOf(today) : null));

        object Read(ContentItem plan)
        {
            var days = PlanSchedule.Of(plan, today);
            return new Days(days, days.HasRunOut(today));
        }
    }

    private static object? ToStored(DateOnly? day) => day is { } known ? NorwegianDays.ToStored(known) : null;

    private sealed record Days(PlanSchedule Plan, bool HasRunOut);
}
