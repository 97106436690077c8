using System.Text;

namespace VoldCms.Testing.Node;

/// <summary>
/// A folder of programs for node beside the tests' output, with a <c>package-lock.json</c>. Its packages are restored there by <c>npm
/// ci</c> when they are first needed and whenever the lock file is newer; tests that run at once, in one process or several, wait for each
/// other. Where node or npm is missing, asking skips the test and says so. Thread-safe.
/// </summary>
public sealed class NodeFolder
{
    private static readonly TimeSpan s_betweenAttempts = TimeSpan.FromMilliseconds(100);
    private readonly SemaphoreSlim _restoring = new(1, 1);

    /// <param name="path">The folder below the tests' output, a part at a time.</param>
    public NodeFolder(params ReadOnlySpan<string> path) => Path = System.IO.Path.Combine([AppContext.BaseDirectory, .. path]);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Runs a script of the folder, or of a package in it, to its end and gives what it prints.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        await RestoreAsync(cancellationToken);
        return await Programs.RunAsync("node", arguments, Path, cancellationToken);
    }

    /// <summary>Starts a script of the folder that answers each line with a line.</summary>
    /// <param name="environment">What it finds in its environment beside what the tests find in theirs.</param>
    public async Task<LineProgram> StartAsync(
        string script,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] environment
    )
    {
        await RestoreAsync(cancellationToken);
        return new(script, Path, environment);
    }

    /// <summary>The text of a file in a package.</summary>
    /// <param name="path">Below <c>node_modules</c>, a part at a time.</param>
    public async Task<string> ReadPackageFileAsync(CancellationToken cancellationToken, params string[] path)
    {
        await RestoreAsync(cancellationToken);
        return await File.ReadAllTextAsync(InFolder(["node_modules", .. path]), Encoding.UTF8, cancellationToken);
    }

    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await _restoring.WaitAsync(cancellationToken);
        try
        {
            if (IsRestored())
            {
                return;
            }

            await using var turn = await WaitForOtherProcessesAsync(cancellationToken);
            if (!IsRestored())
            {
                await RunNpmAsync(cancellationToken);
                File.SetLastWriteTimeUtc(InFolder("node_modules", ".package-lock.json"), DateTime.UtcNow);
            }
        }
        finally
        {
            _restoring.Release();
        }
    }

    // npm writes this file last, so a restore that was cut off is done again.
    private bool IsRestored()
    {
        var installed = InFolder("node_modules", ".package-lock.json");
        return File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(InFolder("package-lock.json"));
    }

    private async Task<FileStream> WaitForOtherProcessesAsync(CancellationToken cancellationToken)
    {
        var path = InFolder("restoring.lock");
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(s_betweenAttempts, cancellationToken);
            }
        }
    }

    private Task<string> RunNpmAsync(CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows()
            ? Programs.RunAsync("cmd.exe", ["/c", "npm", "ci", "--loglevel=error"], Path, cancellationToken)
            : Programs.RunAsync("npm", ["ci", "--loglevel=error"], Path, cancellationToken);

    private string InFolder(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);
}
