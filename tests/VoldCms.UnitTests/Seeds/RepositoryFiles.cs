using System.Text.Json;
using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The repository's own recipes, and the tables of the five documents that lie beside the repository.</summary>
internal static class RepositoryFiles
{
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Root { get; } = FindRoot();

    /// <summary>Every recipe of ours, as paths relative to the root with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> Recipes { get; } = FindRecipes();

    public static JsonElement ReadRecipe(string relativePath)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, relativePath)), s_lenient);
        return document.RootElement.Clone();
    }

    /// <summary>A document's table; the calling test is skipped, by name, where the tables are not at hand.</summary>
    public static JsonElement ReadTable(string name)
    {
        var path = Path.Combine(Root, "..", "shared", "seeds", "tables", name + ".json");
        Assert.SkipUnless(File.Exists(path), $"The table {name}.json is not at hand: ../shared is absent.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VoldCms.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("VoldCms.sln is in no folder above the tests.");
    }

    private static List<string> FindRecipes()
    {
        var folders = Directory.GetDirectories(Path.Combine(Root, "src", "Modules")).Select(module => Path.Combine(module, "Recipes"))
            .Append(Path.Combine(Root, "recipes"))
            .Where(Directory.Exists);
        return [.. folders.SelectMany(folder => Directory.GetFiles(folder, "*.recipe.json"))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }
}
