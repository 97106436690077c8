using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>
/// The folders of a room depend on each other in one direction. A namespace is a folder; the room's root joins them and is not counted.
/// </summary>
public sealed partial class FolderTests
{
    [Theory]
    [InlineData("VoldCms.ContentApi")]
    [InlineData("VoldCms.ContentManagement")]
    public void No_folder_imports_what_imports_it(string room)
    {
        var imports = Rooms
            .Sources(Rooms.FolderOf(room))
            .Select(File.ReadAllText)
            .GroupBy(source => Namespace().Match(source).Groups["name"].Value, StringComparer.Ordinal)
            .Where(folder => folder.Key.StartsWith($"{room}.", StringComparison.Ordinal))
            .ToDictionary(folder => folder.Key, folder => ImportsOf(folder).Where(name => name != folder.Key).ToHashSet());

        // What imports none of the rest is below it, what none of it imports is above: both are taken away, and a circle is left.
        while (imports.Keys.FirstOrDefault(folder => IsOutside(folder, imports)) is { } outside)
        {
            imports.Remove(outside);
        }

        Assert.True(
            imports.Count == 0,
            string.Join('\n', imports.Select(each => $"{each.Key} imports {string.Join(", ", each.Value.Intersect(imports.Keys).Order())}"))
        );
    }

    private static bool IsOutside(string folder, Dictionary<string, HashSet<string>> imports) =>
        !imports[folder].Overlaps(imports.Keys) || imports.Values.All(others => !others.Contains(folder));

    private static IEnumerable<string> ImportsOf(IEnumerable<string> sources) =>
        sources.SelectMany(source => Import().Matches(source)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?(?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();
}
