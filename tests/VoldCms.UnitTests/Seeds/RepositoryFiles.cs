using System.Text.Json;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The repository's own recipes.</summary>
internal static class RepositoryFiles
{
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Every recipe of ours, as paths relative to the root with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> Recipes { get; } = FindRecipes();

    public static JsonElement ReadRecipe(string relativePath)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, relativePath)), s_lenient);
        return document.RootElement.Clone();
    }

    private static List<string> FindRecipes()
    {
        var folders = Directory
            .GetDirectories(Path.Combine(Repository.Root, "src", "Modules"))
            .Select(module => Path.Combine(module, "Recipes"))
            .Append(Path.Combine(Repository.Root, "recipes"))
            .Where(Directory.Exists);
        return
        [
            .. folders
                .SelectMany(folder => Directory.GetFiles(folder, "*.recipe.json"))
                .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }
}
