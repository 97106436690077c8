using System.ComponentModel;
using System.Diagnostics;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>
/// Programs for node beside the tests, whose packages are restored into the test's own output the first time. Where node or npm is missing, running
/// skips the test and says so. Thread-safe.
/// </summary>
/// <param name="name">The folder, below <c>ContentApi</c>.</param>
internal sealed class NodeFolder(string name)
{
    private readonly SemaphoreSlim _restoring = new(1, 1);

    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "ContentApi", name);

    /// <summary>Runs a script of the folder, or of a package in it, and gives what it prints.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        await _restoring.WaitAsync(cancellationToken);
        try
        {
            // npm writes this file last, so a restore that was cut off is done again.
            if (!File.Exists(System.IO.Path.Combine(Path, "node_modules", ".package-lock.json")))
            {
                await RunProgramAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--loglevel=error"], Path, cancellationToken);
            }
        }
        finally
        {
            _restoring.Release();
        }

        return await RunProgramAsync("node", arguments, Path, cancellationToken);
    }

    /// <summary>Runs a program; a test whose program is not installed is skipped, one whose program fails fails with what it said.</summary>
    public static async Task<string> RunProgramAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, folder);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output} {await errors}");
        return await output;
    }

    private static Process Start(string program, string[] arguments, string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
                ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"The test needs {program}: {missing.Message}");
            throw;
        }
    }
}
