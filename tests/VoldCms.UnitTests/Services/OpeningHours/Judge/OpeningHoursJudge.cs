using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace VoldCms.UnitTests.Services.OpeningHours.Judge;

/// <summary>
/// npm <c>opening_hours</c>, asked in one process. Its package is restored beside the test's output the first time, by <c>npm ci</c>
/// from the lock file. Where node or npm is missing, asking skips the test and says so.
/// </summary>
internal static class OpeningHoursJudge
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Services", "OpeningHours", "Judge");
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);
    private static readonly Lock s_restoring = new();

    /// <summary>Asks all of <paramref name="questions"/> and gives the answers in the same order.</summary>
    public static async Task<JudgeAnswer[]> AskAllAsync(IReadOnlyList<JudgeQuestion> questions, CancellationToken cancellationToken)
    {
        using var process = Start();
        var writing = WriteAllAsync(process.StandardInput, questions, cancellationToken);
        var answers = new JudgeAnswer[questions.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
            Assert.NotNull(line);
            answers[i] = JsonSerializer.Deserialize<JudgeAnswer>(line, s_json) ?? throw new InvalidOperationException("null");
            Assert.Equal(i, answers[i].Id);
        }

        await writing;
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
        return answers;
    }

    private static async Task WriteAllAsync(StreamWriter input, IReadOnlyList<JudgeQuestion> questions, CancellationToken cancellationToken)
    {
        for (var i = 0; i < questions.Count; i++)
        {
            await input.WriteLineAsync(JsonSerializer.Serialize(questions[i] with { Id = i }, s_json).AsMemory(), cancellationToken);
        }

        input.Close();
    }

    private static Process Start()
    {
        try
        {
            lock (s_restoring)
            {
                Restore();
            }

            return Run("node", ["judge.mjs"], redirect: true);
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"The judge of opening hours needs node and npm: {missing.Message}");
            throw;
        }
    }

    private static void Restore()
    {
        var installed = Path.Combine(s_folder, "node_modules", ".package-lock.json");
        var wanted = Path.Combine(s_folder, "package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted))
        {
            return;
        }

        using var npm = OperatingSystem.IsWindows()
            ? Run("cmd.exe", ["/c", "npm", "ci", "--loglevel=error"], redirect: false)
            : Run("npm", ["ci", "--loglevel=error"], redirect: false);
        npm.WaitForExit();
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException($"npm ci in {s_folder} ended with {npm.ExitCode}.");
        }

        File.SetLastWriteTimeUtc(installed, DateTime.UtcNow);
    }

    private static Process Run(string program, string[] arguments, bool redirect) => Process.Start(
        new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = s_folder,
            Environment = { ["TZ"] = "Europe/Oslo" },
            RedirectStandardInput = redirect,
            RedirectStandardOutput = redirect,
            StandardInputEncoding = redirect ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : null,
            StandardOutputEncoding = redirect ? Encoding.UTF8 : null,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
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
    IReadOnlyList<JsonElement>? Changes);
