using Xunit.Sdk;
using Xunit.v3;

namespace VoldCms.Testing;

/// <summary>
/// Gives a test program a folder of its own for temporary files, removes it at the end, and fails the run when a test has left
/// something there. Programs that the tests start write there too.
/// </summary>
public sealed class TemporaryFiles : ITestPipelineStartup
{
    private const string Prefix = "voldcms-tests-";

    private static readonly string s_variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";

    // Null in a test program that another one has started: its files are the other one's.
    private string? _folder;

    public ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        if (Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetTempPath())).StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ValueTask.CompletedTask;
        }

        _folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        if (!OperatingSystem.IsWindows())
        {
            // A database's server runs as somebody else, and must get through to its own folder.
            File.SetUnixFileMode(
                _folder,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherExecute
            );
        }

        Environment.SetEnvironmentVariable(s_variable, _folder);
        return ValueTask.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">Something was left.</exception>
    public ValueTask StopAsync()
    {
        if (_folder is null)
        {
            return ValueTask.CompletedTask;
        }

        string[] left =
        [
            .. Directory.EnumerateFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        ];
        Directory.Delete(_folder, recursive: true);
        return left.Length == 0
            ? ValueTask.CompletedTask
            : throw new InvalidOperationException(
                $"The tests left {left.Length} temporary files or folders behind: {string.Join(", ", left)}"
            );
    }
}
