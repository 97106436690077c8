using System.Diagnostics;

namespace VoldCms.IntegrationTests.Web;

/// <summary>The program as it was built, started as a process of its own on a test's database.</summary>
internal static class HostProgram
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    public static Process Start(
        TestDatabase database,
        IEnumerable<KeyValuePair<string, string?>> settings,
        params IEnumerable<string> arguments
    ) => Start(new ProcessStartInfo("dotnet", [AssemblyPath(), .. arguments]), database, settings);

    /// <summary>The same under a umask of its own.</summary>
    public static Process StartWithUmask(
        string umask,
        TestDatabase database,
        IEnumerable<KeyValuePair<string, string?>> settings,
        params IEnumerable<string> arguments
    ) =>
        Start(
            new ProcessStartInfo("/bin/sh", ["-c", $"umask {umask}; exec dotnet \"$0\" \"$@\"", AssemblyPath(), .. arguments]),
            database,
            settings
        );

    private static Process Start(ProcessStartInfo start, TestDatabase database, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;

        // Sockets for diagnostics would be left behind by a program that is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (key, value) in database.Settings.Concat(settings))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value ?? "";
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a command to its end, with <paramref name="input"/> on its standard input.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        TestDatabase database,
        string input,
        IEnumerable<KeyValuePair<string, string?>> settings,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var process = Start(database, settings, arguments);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await EndAsync(process, cancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Waits until a program ends by itself; one that does not is killed, and the test fails.</summary>
    public static async Task EndAsync(Process process, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail(
                $"The program has not ended in {s_patience.TotalMinutes:0} minutes: {string.Join(' ', process.StartInfo.ArgumentList)}"
            );
        }
    }

    // With its assets beside it, in the configuration that the tests were built in.
    private static string AssemblyPath()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", "VoldCms.Web", "bin", output.Parent!.Name, output.Name, "VoldCms.Web.dll");
    }
}
