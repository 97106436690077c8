using System.Text.Json;

namespace VoldCms.EndToEndTests.Judges;

/// <summary>npm <c>html-validate</c>: one process for all pages that are given at once.</summary>
internal static class HtmlJudge
{
    private static readonly JsonSerializerOptions s_json = JsonSerializerOptions.Web;

    /// <summary>The faults of each page, in the same order.</summary>
    public static async Task<string[][]> JudgeAsync(IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        using var process = NodePackages.Start("html.mjs");
        var writing = WriteAsync(process.StandardInput, pages, cancellationToken);
        var faults = new string[pages.Count][];
        for (var i = 0; i < faults.Length; i++)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The judge fell silent.");
            var verdict = JsonSerializer.Deserialize<Verdict>(line, s_json) ?? throw new InvalidOperationException("The judge answered null.");
            Assert.Equal(i, verdict.Id);
            faults[i] = verdict.Faults;
        }

        await writing;
        await process.WaitForExitAsync(cancellationToken);
        return faults;
    }

    private static async Task WriteAsync(StreamWriter input, IReadOnlyList<string> pages, CancellationToken cancellationToken)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            await input.WriteLineAsync(JsonSerializer.Serialize(new Question(i, pages[i]), s_json).AsMemory(), cancellationToken);
        }

        input.Close();
    }

    private sealed record Question(int Id, string Html);

    private sealed record Verdict(int Id, string[] Faults);
}
