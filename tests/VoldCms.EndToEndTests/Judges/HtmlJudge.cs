using System.Text.Json;

namespace VoldCms.EndToEndTests.Judges;

/// <summary>npm <c>html-validate</c>: one process for all pages that are given at once.</summary>
internal static class HtmlJudge
{
    /// <summary>The faults of each page, in the same order.</summary>
    public static async Task<string[][]> JudgeAsync(IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        await using var judge = await JudgePackages.Folder.StartAsync("html.mjs", cancellationToken);
        var verdicts = await judge.AskAllAsync<Question, Verdict>(
            [.. pages.Select((html, i) => new Question(i, html))],
            JsonSerializerOptions.Web,
            cancellationToken
        );
        Assert.Equal(Enumerable.Range(0, pages.Count), verdicts.Select(verdict => verdict.Id));
        return [.. verdicts.Select(verdict => verdict.Faults)];
    }

    private sealed record Question(int Id, string Html);

    private sealed record Verdict(int Id, string[] Faults);
}
