using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace VoldCms.EndToEndTests.Judges;

/// <summary>
/// The judges' npm packages, restored beside the tests' output the first time, by <c>npm ci</c> from the lock file. Where node
/// or npm is missing, asking skips the test and says so. Thread-safe.
/// </summary>
internal static class NodePackages
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Judges");
    private static readonly Lazy<string> s_modules = new(Restore);

    /// <summary>The path of a file in a package.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Modules(), .. parts]);

    /// <summary>Starts a script of the folder <c>Judges</c> with both its ends open.</summary>
    public static Process Start(string script)
    {
        Modules();
        return Run("node", [script], redirect: true);
    }

    private static string Modules()
    {
        try
        {
            return s_modules.Value;
        }
        catch (Win32Exception missing)
        {
            Assert.Skip($"The judges need node and npm: {missing.Message}");
            throw;
        }
    }

    private static string Restore()
    {
        var modules = Path.Combine(s_folder, "node_modules");
        var installed = Path.Combine(modules, ".package-lock.json");
        var wanted = Path.Combine(s_folder, "package-lock.json");
        if (!File.Exists(installed) || File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(wanted))
        {
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

        return modules;
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
