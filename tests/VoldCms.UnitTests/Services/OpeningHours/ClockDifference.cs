using NodaTime;
using NodaTime.Text;

namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>A time of a night around the setting of the clock in which the judge's answers are known to be wrong.</summary>
/// <param name="Name">The name under which the README tells it.</param>
/// <param name="Holds">Whether an instant lies in that time.</param>
internal sealed record ClockDifference(string Name, Func<Instant, bool> Holds)
{
    public static readonly IReadOnlyList<ClockDifference> All =
    [
        new("the hour that comes twice", instant => IsSecondPassing(instant)),
        new("the hour that is skipped", instant => HoursAfterSpringForward(instant) is >= 0 and < 1),
        new("the night after the day of 23 hours", instant => HoursAfterSpringForward(instant) is >= 21 and <= 22),
    ];

    /// <summary>The difference that explains an answer: the question, or one of the changes answered, lies in its time.</summary>
    public static ClockDifference? Find(Answer answer) => All.FirstOrDefault(difference => InstantsOf(answer).Any(difference.Holds));

    private static IEnumerable<Instant> InstantsOf(Answer answer)
    {
        yield return answer.At;
        foreach (var text in new[] { answer.Ours, answer.Judges })
        {
            if (InstantPattern.General.Parse(text).TryGetValue(default, out var change))
            {
                yield return change;
            }
        }
    }

    private static bool IsSecondPassing(Instant instant)
    {
        var local = instant.InZone(Oslo.Zone).LocalDateTime;
        var mapping = Oslo.Zone.MapLocal(local);
        return mapping.Count == 2 && mapping.Last().ToInstant() == instant;
    }

    private static double? HoursAfterSpringForward(Instant instant)
    {
        var interval = Oslo.Zone.GetZoneInterval(instant);
        return interval.Savings > Offset.Zero ? (instant - interval.Start).TotalHours : null;
    }
}
