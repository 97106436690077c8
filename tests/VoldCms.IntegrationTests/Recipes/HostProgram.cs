using System.Diagnostics;

namespace VoldCms.IntegrationTests.Recipes;

/// <summary>The program as it was built, started as a process of its own on a test's database.</summary>
internal static class HostProgram
{
    public static Process Start(TestDatabase database, IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [AssemblyPath(), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in database.Settings.Concat(settings))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value ?? "";
        }

        return Process.Start(start)!;
    }

    // With its assets beside it, in the configuration that the tests were built in.
    private static string AssemblyPath()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", "VoldCms.Web", "bin", output.Parent!.Name, output.Name, "VoldCms.Web.dll");
    }
}
