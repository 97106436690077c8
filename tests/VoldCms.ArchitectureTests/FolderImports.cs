using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>
/// Which folders of a room a folder needs: by <c>using</c>, and by the names of their types, in full or as far as they are written where
/// the namespaces around them are left out. Comments and texts are not counted.
/// </summary>
internal static partial class FolderImports
{
    /// <summary>The namespaces of the sources, each with the others of them that it imports.</summary>
    /// <param name="sources">Of one room; a file has one namespace.</param>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(IEnumerable<string> sources)
    {
        var folders = sources
            .Select(source => NotCode().Replace(source, ""))
            .GroupBy(source => Namespace().Match(source).Groups["name"].Value, StringComparer.Ordinal)
            .ToList();
        var types = folders.ToDictionary(
            folder => folder.Key,
            folder =>
                folder.SelectMany(source => Declaration().Matches(source)).Select(declared => declared.Groups["name"].Value).ToHashSet()
        );

        return folders.ToDictionary(
            folder => folder.Key,
            IReadOnlySet<string> (folder) =>
                folder
                    .SelectMany(source => Dotted().Matches(source))
                    .Select(match => FindFolder(match.Groups["name"].Value, folder.Key, types))
                    .OfType<string>()
                    .Where(name => name != folder.Key)
                    .ToHashSet()
        );
    }

    // As the compiler looks for a name: from the namespace that it is in outwards.
    private static string? FindFolder(string name, string from, Dictionary<string, HashSet<string>> types)
    {
        for (var around = $"{from}."; ; around = around[..(around.TrimEnd('.').LastIndexOf('.') + 1)])
        {
            var full = around + name;
            for (var end = full.Length; end > 0; end = full.LastIndexOf('.', end - 1))
            {
                if (types.TryGetValue(full[..end], out var declared))
                {
                    var isType = end < full.Length && declared.Contains(full[(end + 1)..].Split('.')[0]);
                    if (end == full.Length || isType)
                    {
                        return full[..end];
                    }
                }
            }

            if (around.Length == 0)
            {
                return null;
            }
        }
    }

    [GeneratedRegex("""(?<![$@"])"(?:\\.|[^"\\\n])*"|//.*""")]
    private static partial Regex NotCode();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?(?<name>\w+(?:\.\w+)+)")]
    private static partial Regex Dotted();
}
