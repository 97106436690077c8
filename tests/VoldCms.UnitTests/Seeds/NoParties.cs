namespace VoldCms.UnitTests.Seeds;

/// <summary>The words of the documents that are no party, by the written list.</summary>
internal static class NoParties
{
    /// <summary>Ignoring case: what the documents write in the middle of a sentence is the same.</summary>
    public static IReadOnlySet<string> Words { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "src/Modules/VoldCms.Plans/Recipes/README.md"))
            .SkipWhile(line => line != "## Parties")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && cells[1] is not ("Words" or "---"))
            .SelectMany(cells => cells[1].Split(", "))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines that are parties.</summary>
    public static string Without(string lines) => string.Join("\n", lines.Split('\n').Where(line => !Words.Contains(line)));
}
