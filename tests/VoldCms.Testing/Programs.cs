using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace VoldCms.Testing;

/// <summary>Runs programs that tests ask.</summary>
public static class Programs
{
    /// <summary>
    /// Runs a program to its end and gives what it prints. A test whose program is not installed is skipped, one whose program fails
    /// fails with what that said.
    /// </summary>
    /// <param name="environment">What it finds in its environment beside what the tests find in theirs.</param>
    public static async Task<string> RunAsync(
        string program,
        string[] arguments,
        string folder,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] environment
    )
    {
        using var process = Start(
            new(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            environment
        );
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(
                process.ExitCode == 0,
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output} {await errors}"
            );
            return await output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a program; where it is not installed, the test is skipped by its name.</summary>
    internal static Process Start(ProcessStartInfo start, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"The test needs {start.FileName}: {missing.Message}");
            throw;
        }
    }
}
