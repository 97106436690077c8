using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>
/// The reference implementation and its audits (npm <c>graphql</c>, <c>graphql-http</c>), restored beside the tests the first time. Where node
/// or npm is missing, asking skips the test and says so.
/// </summary>
internal static class Judge
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "ContentApi", "Judge");
    private static readonly SemaphoreSlim s_restoring = new(1, 1);

    /// <summary>The JSON that <c>judge.mjs</c> prints.</summary>
    public static async Task<JsonElement> AskAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        await s_restoring.WaitAsync(cancellationToken);
        try
        {
            if (!Directory.Exists(Path.Combine(s_folder, "node_modules", "graphql-http")))
            {
                await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--loglevel=error"], cancellationToken);
            }
        }
        finally
        {
            s_restoring.Release();
        }

        return JsonSerializer.Deserialize<JsonElement>(await RunAsync("node", ["judge.mjs", .. arguments], cancellationToken));
    }

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = s_folder, RedirectStandardOutput = true, RedirectStandardError = true })
                ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"The judge needs node and npm: {missing.Message}");
            throw;
        }
    }
}
