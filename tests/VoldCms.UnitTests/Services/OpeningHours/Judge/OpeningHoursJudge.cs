using System.Text.Json;
using VoldCms.Testing.Node;

namespace VoldCms.UnitTests.Services.OpeningHours.Judge;

/// <summary>npm <c>opening_hours</c>, asked in one process. Where node or npm is missing, asking skips the test and says so.</summary>
internal static class OpeningHoursJudge
{
    private static readonly NodeFolder s_folder = new("Services", "OpeningHours", "Judge");

    /// <summary>Asks all of <paramref name="questions"/> and gives the answers in the same order.</summary>
    public static async Task<JudgeAnswer[]> AskAllAsync(IReadOnlyList<JudgeQuestion> questions, CancellationToken cancellationToken)
    {
        await using var judge = await s_folder.StartAsync("judge.mjs", cancellationToken, ("TZ", "Europe/Oslo"));
        var answers = await judge.AskAllAsync<JudgeQuestion, JudgeAnswer>(
            [.. questions.Select((question, i) => question with { Id = i })],
            JsonSerializerOptions.Web,
            cancellationToken
        );
        Assert.Equal(Enumerable.Range(0, questions.Count), answers.Select(answer => answer.Id));
        return answers;
    }
}

/// <summary>A text, the time over which its changes are wanted, and the instants at which state and next change are.</summary>
/// <param name="Limit">How far the next change is looked for, in milliseconds.</param>
internal sealed record JudgeQuestion(string Text, long From, long To, long Limit, IReadOnlyList<long> Instants)
{
    public int Id { get; init; }
}

/// <summary>The judge's answer, or why it refuses the text. <see cref="Changes"/> holds numbers, nulls, and "!" where it throws.</summary>
internal sealed record JudgeAnswer(
    int Id,
    string? Failure,
    IReadOnlyList<JsonElement[]>? Timeline,
    IReadOnlyList<string?[]>? States,
    IReadOnlyList<JsonElement>? Changes
);
