using System.Text.Json;
using NodaTime;
using VoldCms.Services.OpeningHours;
using VoldCms.UnitTests.Services.OpeningHours.Judge;

namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>Puts our answers beside the judge's: state and next change at instants, and every change of a year.</summary>
internal static class JudgedTexts
{
    /// <summary>Asks the judge each question, and gives every answer of its and ours.</summary>
    /// <param name="limit">How far the next change is looked for; the judge takes long to find one that is far away.</param>
    public static async Task<Comparison[]> CompareAsync(
        IReadOnlyList<JudgedText> texts,
        Duration limit,
        CancellationToken cancellationToken
    )
    {
        var questions = texts
            .Select(text => new JudgeQuestion(
                text.Text,
                Oslo.At(text.Year, 1, 1, 0, 0).ToUnixTimeMilliseconds(),
                Oslo.At(text.Year + 1, 1, 1, 0, 0).ToUnixTimeMilliseconds(),
                (long)limit.TotalMilliseconds,
                [.. text.Instants.Select(instant => instant.ToUnixTimeMilliseconds())]
            ))
            .ToList();
        var answers = await OpeningHoursJudge.AskAllAsync(questions, cancellationToken);
        return [.. texts.Zip(answers, (text, answer) => Compare(text, answer, limit))];
    }

    private static Comparison Compare(JudgedText judged, JudgeAnswer answer, Duration limit)
    {
        var (text, year, instants) = judged;
        Assert.True(answer.Failure is null, $"The judge refuses {text}: {answer.Failure}");
        Assert.True(OpeningSchedule.Parse(text).TryGet(out var schedule, out var error), $"We refuse {text}: {error?.Message}");
        var points = new List<Answer>();
        for (var i = 0; i < instants.Count; i++)
        {
            points.Add(new(Matter.State, instants[i], StateOf(schedule, instants[i]), StateOf(answer.States![i])));
            points.Add(new(Matter.NextChange, instants[i], ChangeAfter(schedule, instants[i], limit), Describe(answer.Changes![i])));
        }

        var theirs = answer.Timeline!.ToDictionary(
            change => Instant.FromUnixTimeMilliseconds(change[0].GetInt64()),
            change => change[1].GetString() ?? ""
        );
        var ours = ChangesOf(schedule, year).ToDictionary(change => change.At, change => change.Status);
        points.AddRange(
            ours.Keys.Union(theirs.Keys)
                .Order()
                .Select(at => new Answer(
                    Matter.ChangeOfYear,
                    at,
                    ours.GetValueOrDefault(at, "no change"),
                    theirs.GetValueOrDefault(at, "no change")
                ))
        );
        return new Comparison(text, schedule, points);
    }

    private static IEnumerable<(Instant At, string Status)> ChangesOf(OpeningSchedule schedule, int year)
    {
        var now = Oslo.At(year, 1, 1, 0, 0);
        var end = Oslo.At(year + 1, 1, 1, 0, 0);
        while (schedule.NextChange(now) is { } next && next < end)
        {
            yield return (next, schedule.StateAt(next).Status.ToString());
            now = next;
        }
    }

    private static string StateOf(OpeningSchedule schedule, Instant instant)
    {
        var state = schedule.StateAt(instant);
        return $"{state.Status} {state.Comment}";
    }

    // Where a rule for holidays has no comment of its own, the judge gives the holiday's name.
    private static string StateOf(string?[] state) =>
        $"{state[0]} {(state[1] is { } comment && TextGenerator.Comments.Contains(comment) ? comment : null)}";

    private static string ChangeAfter(OpeningSchedule schedule, Instant instant, Duration limit) =>
        schedule.NextChange(instant) is { } change && change - instant < limit ? change.ToString() : "none";

    private static string Describe(JsonElement change) =>
        change.ValueKind switch
        {
            JsonValueKind.Null => "none",
            JsonValueKind.Number => Instant.FromUnixTimeMilliseconds(change.GetInt64()).ToString(),
            _ => "the judge throws",
        };
}

/// <summary>A text, the year whose changes are compared, and the instants at which state and next change are.</summary>
internal sealed record JudgedText(string Text, int Year, IReadOnlyList<Instant> Instants);

internal enum Matter
{
    State,
    NextChange,
    ChangeOfYear,
}

internal sealed record Comparison(string Text, OpeningSchedule Schedule, IReadOnlyList<Answer> Answers);

/// <summary>Our answer and the judge's to one question.</summary>
internal readonly record struct Answer(Matter Matter, Instant At, string Ours, string Judges)
{
    public bool IsEqual => Ours == Judges;
}
