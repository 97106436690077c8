using System.Reflection;
using System.Xml.Linq;

namespace VoldCms.ArchitectureTests;

/// <summary>The rooms of the house and the arrows that docs/architecture.md draws between them.</summary>
internal static class Rooms
{
    /// <summary>What each room under src/Cms may reference of ours.</summary>
    public static IReadOnlyDictionary<string, string[]> Cms { get; } =
        new Dictionary<string, string[]>
        {
            ["VoldCms.ContentManagement"] = [],
            ["VoldCms.GraphQL"] = [],
            ["VoldCms.Data"] = ["VoldCms.ContentManagement"],
            ["VoldCms.Hosting"] = ["VoldCms.ContentManagement"],
            ["VoldCms.Presentation"] = ["VoldCms.ContentManagement", "VoldCms.Hosting"],
        };

    public const string Host = "VoldCms.Web";

    /// <summary>The schema of the host's database: what Data and the modules with tables of their own make together.</summary>
    public const string Migrations = "VoldCms.Migrations";

    /// <summary>Every project of the house.</summary>
    public static IEnumerable<string> All => [.. Cms.Keys, .. Modules, Host, Migrations];

    /// <summary>The modules, by their folders.</summary>
    public static IReadOnlyList<string> Modules { get; } =
    [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src", "Modules")).Select(Path.GetFileName).OfType<string>().Order()];

    public static Assembly Load(string name) => Assembly.Load(name);

    /// <summary>
    /// Our own rooms that a room's project file references, and those that its assembly uses: the compiler leaves out what is not used yet.
    /// </summary>
    public static IEnumerable<string> ReferencesOf(string name) =>
        XDocument
            .Load(Directory.GetFiles(Path.Combine(Repository.Root, "src"), $"{name}.csproj", SearchOption.AllDirectories).Single())
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Concat(UsedBy(name))
            .Where(reference => reference.StartsWith("VoldCms.", StringComparison.Ordinal))
            .Distinct();

    /// <summary>The assemblies, ours and others', of which something stands in a room's code.</summary>
    public static IEnumerable<string> UsedBy(string name) => Load(name).GetReferencedAssemblies().Select(reference => reference.Name ?? "");

    /// <summary>The folder of a room.</summary>
    public static string FolderOf(string name) =>
        Cms.ContainsKey(name) ? Path.Combine("src", "Cms", name)
        : name is Host or Migrations ? Path.Combine("src", name)
        : Path.Combine("src", "Modules", name);

    /// <summary>The source files below a folder, built ones left out.</summary>
    public static IEnumerable<string> Sources(params ReadOnlySpan<string> folder) => Files("*.cs", folder);

    /// <summary>The pages and partials below a folder.</summary>
    public static IEnumerable<string> Views(params ReadOnlySpan<string> folder) => Files("*.cshtml", folder);

    private static IEnumerable<string> Files(string pattern, ReadOnlySpan<string> folder) =>
        Directory
            .EnumerateFiles(Path.Combine([Repository.Root, .. folder]), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(segment => segment is "obj" or "bin"));
}
