using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(VoldCms.GraphQLTests.Judge.JudgeProcess))]

namespace VoldCms.GraphQLTests.Judge;

/// <summary>
/// The reference implementation (npm <c>graphql</c>) as one long-lived process for all tests. Its package is restored beside the
/// test's output the first time, by <c>npm ci</c> from the lock file. Where node or npm is missing, asking skips the test and says so.
/// </summary>
public sealed class JudgeProcess : IAsyncDisposable
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Judge");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lazy<Process> _process = new(Start);

    /// <summary>Asks all of <paramref name="requests"/> and gives the answers in the same order.</summary>
    public async Task<JudgeAnswer[]> AskAllAsync(IReadOnlyList<JudgeRequest> requests, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var process = Started();
            var writing = WriteAllAsync(process.StandardInput, requests, cancellationToken);
            var answers = new JudgeAnswer[requests.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = Read(await process.StandardOutput.ReadLineAsync(cancellationToken));
            }

            await writing;
            Assert.Empty(answers.Where((answer, i) => answer.Failure is not null || answer.Id != i));
            return answers;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks one question.</summary>
    public async Task<JudgeAnswer> AskAsync(JudgeRequest request, CancellationToken cancellationToken) =>
        (await AskAllAsync([request], cancellationToken))[0];

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated)
        {
            using var process = _process.Value;
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }

        _turn.Dispose();
    }

    private Process Started()
    {
        try
        {
            return _process.Value;
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"The judge needs node and npm: {missing.Message}");
            throw;
        }
    }

    private static async Task WriteAllAsync(StreamWriter input, IReadOnlyList<JudgeRequest> requests, CancellationToken cancellationToken)
    {
        for (var i = 0; i < requests.Count; i++)
        {
            var line = JsonSerializer.Serialize(requests[i] with { Id = i }, JudgeJson.Default.JudgeRequest);
            await input.WriteLineAsync(line.AsMemory(), cancellationToken);
        }

        await input.FlushAsync(cancellationToken);
    }

    private static JudgeAnswer Read(string? line) =>
        JsonSerializer.Deserialize(line ?? throw new InvalidOperationException("The judge fell silent."), JudgeJson.Default.JudgeAnswer)
        ?? throw new InvalidOperationException("The judge answered null.");

    private static Process Start()
    {
        Restore();
        return Run("node", ["judge.mjs"], redirect: true);
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
            RedirectStandardInput = redirect,
            RedirectStandardOutput = redirect,
            StandardInputEncoding = redirect ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : null,
            StandardOutputEncoding = redirect ? Encoding.UTF8 : null,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
}
