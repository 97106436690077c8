using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace VoldCms.IntegrationTests.Web;

/// <summary>
/// The program as a process of its own, with a folder of recipes beside its data; killed, as kill -9 does, when disposed.
/// </summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Task _reading;

    private RunningProgram(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(KeepAsync(process.StandardOutput), KeepAsync(process.StandardError));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What it has written, on either of its outputs.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public bool HasEnded => _process.HasExited;

    /// <summary>Where it answers; known after <see cref="WaitUntilReadyAsync"/>.</summary>
    public Uri Address { get; private set; } = new("http://unknown");

    /// <param name="database">Its database and data directory.</param>
    /// <param name="recipes">The folder of the recipes that it knows.</param>
    /// <param name="arguments">A command; none to serve.</param>
    public static RunningProgram Start(TestDatabase database, string recipes, params string[] arguments) =>
        new(HostProgram.Start(database, SettingsFor(recipes), arguments.Length > 0 ? arguments : ["--urls", "http://127.0.0.1:0"]));

    /// <summary>The same under a umask of its own.</summary>
    public static RunningProgram StartWithUmask(string umask, TestDatabase database, string recipes, params string[] arguments) =>
        new(HostProgram.StartWithUmask(umask, database, SettingsFor(recipes), arguments));

    // The tenants that the program's own settings name find no recipe in the folder, and are refused at once.
    private static IEnumerable<KeyValuePair<string, string?>> SettingsFor(string recipes) => [new("Recipes:Directories:0", recipes)];

    public async Task WaitUntilReadyAsync()
    {
        var line = await WaitForAsync(line => line.StartsWith("Ready: ", StringComparison.Ordinal));
        Address = new(line["Ready: ".Length..].Split(' ')[0]);
    }

    /// <summary>Waits for a line of its output.</summary>
    public async Task<string> WaitForAsync(Func<string, bool> isIt)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            if (_lines.FirstOrDefault(isIt) is { } line)
            {
                return line;
            }

            Assert.True(
                patience.Elapsed < s_patience && !(_process.HasExited && _reading.IsCompleted),
                $"It never came. The program said: {string.Join('\n', _lines)}"
            );
            await Task.Delay(10, Stop);
        }
    }

    public async Task<(int Status, string Body)> GetAsync(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        using var response = await client.GetAsync(path, Stop);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await HostProgram.EndAsync(_process, Stop);
        await _reading;
        return _process.ExitCode;
    }

    /// <summary>Kills it, if it is not at its end already.</summary>
    /// <returns>Whether it was still running.</returns>
    public async Task<bool> KillAsync()
    {
        var wasRunning = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
        return wasRunning;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task KeepAsync(StreamReader from)
    {
        while (await from.ReadLineAsync(CancellationToken.None) is { } line)
        {
            _lines.Enqueue(line);
        }
    }
}
