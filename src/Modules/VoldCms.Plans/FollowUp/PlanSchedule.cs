using VoldCms.ContentManagement.Items;

namespace VoldCms.Plans.FollowUp;

/// <summary>
/// When a plan runs out, and when it is to be evaluated and revised: what a person has entered, else worked out of what the document says.
/// A year ends on its last day. Null is what nobody has said.
/// </summary>
/// <param name="LastDay">The last day of its period, or of the year that it was prolonged to.</param>
/// <param name="Evaluation">The last day of the evaluation.</param>
/// <param name="Revision">The last day of the next revision.</param>
internal sealed record PlanSchedule(DateOnly? LastDay, DateOnly? Evaluation, DateOnly? Revision)
{
    private const string Part = PlanContentTypes.Plan;

    /// <summary>Whether the period is over.</summary>
    public bool HasRunOut(DateOnly today) => LastDay < today;

    /// <summary>The schedule as it stands on a day.</summary>
    /// <remarks>
    /// Years count from the day of adoption, or, where the document has none, from the period's first year. "Every fourth year" comes
    /// again; "within five years" does not.
    /// </remarks>
    public static PlanSchedule Of(ContentItem plan, DateOnly today)
    {
        var lastYear = plan.Number(Part, "ProlongedTo") ?? plan.Number(Part, "PeriodTo");
        var isRepeated = plan.Text(Part, "RevisionText")?.Contains("hver", StringComparison.OrdinalIgnoreCase) ?? false;
        return new(
            lastYear is { } year ? EndOf(year) : null,
            plan.Day(Part, "NextEvaluation") ?? After(plan, plan.Number(Part, "EvaluateAfterYears")),
            plan.Day(Part, "NextRevision") ?? NextRevision(plan, today, isRepeated)
        );
    }

    private static DateOnly? NextRevision(ContentItem plan, DateOnly today, bool isRepeated)
    {
        var years = plan.Number(Part, "RevisionYears");
        var next = After(plan, years);
        for (var passed = years; isRepeated && next < today && years > 0; next = After(plan, passed))
        {
            passed += years;
        }

        return next;
    }

    private static DateOnly? After(ContentItem plan, int? years) =>
        years is not (> 0 and <= 100) ? null
        : plan.Day(Part, "Adopted") is { } adopted ? adopted.AddYears(years.Value)
        : plan.Number(Part, "PeriodFrom") is { } from ? EndOf(from + years.Value)
        : null;

    // A year that no calendar has is nobody's last day.
    private static DateOnly? EndOf(int year) => year is >= 1 and <= 9999 ? new DateOnly(year, 12, 31) : null;
}
