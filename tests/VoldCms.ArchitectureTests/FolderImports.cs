using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>
/// Which folders of a room a folder needs: by <c>using</c>, and by the names of their types, in full or as far as they are written where
/// the namespaces around them are left out. Comments and texts are not counted. A view has every folder of its room at hand, so there a
/// type's own name is enough: of its model, of what is injected, or before a dot.
/// </summary>
internal static partial class FolderImports
{
    /// <summary>The folders of a room, its root among them, each with the others that it imports in code and in views.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> OfRoom(string room)
    {
        var sources = Rooms.Sources(Rooms.FolderOf(room)).Select(File.ReadAllText).ToList();
        var root = Path.Combine(Repository.Root, Rooms.FolderOf(room));
        var views = Rooms.Views(Rooms.FolderOf(room)).Select(view => (NamespaceOf(room, root, view), File.ReadAllText(view)));
        return Of([.. sources, .. WriteAsCode(views, sources)]);
    }

    /// <summary>Views as code of their folders: the types of these sources that they name, in full.</summary>
    public static IEnumerable<string> WriteAsCode(IEnumerable<(string Namespace, string Text)> views, IReadOnlyList<string> sources)
    {
        var homes = (
            from source in sources
            from declared in Declaration().Matches(source)
            select (Name: NameOf(declared), Namespace: NameOf(Namespace().Match(source)))
        ).ToLookup(type => type.Name, type => type.Namespace, StringComparer.Ordinal);
        return views.Select(view =>
        {
            var named = InView()
                .Matches(NotCode().Replace(view.Text, ""))
                .SelectMany(match => Word().Matches(match.Value))
                .SelectMany(word => homes[word.Value], (word, home) => $"{home}.{word.Value}")
                .Distinct();
            return $"namespace {view.Namespace};\n{string.Join('\n', named)}";
        });
    }

    /// <summary>The namespaces of the sources, each with the others of them that it imports.</summary>
    /// <param name="sources">Of one room; a file has one namespace.</param>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(IEnumerable<string> sources)
    {
        var folders = sources
            .Select(source => NotCode().Replace(source, ""))
            .GroupBy(source => NameOf(Namespace().Match(source)), StringComparer.Ordinal)
            .ToList();
        var types = folders.ToDictionary(
            folder => folder.Key,
            folder => folder.SelectMany(source => Declaration().Matches(source)).Select(NameOf).ToHashSet()
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

    private static string NamespaceOf(string room, string root, string file) =>
        Path.GetRelativePath(root, Path.GetDirectoryName(file)!) is var folder and not "."
            ? $"{room}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
            : room;

    private static string NameOf(Match match) => match.Groups["name"].Value;

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

    [GeneratedRegex(@"^@(?:model|inject|using)\b.*|(?<![\w.])[A-Z]\w*(?=\.[A-Z])", RegexOptions.Multiline)]
    private static partial Regex InView();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum) (?<name>\w+)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?(?<name>\w+(?:\.\w+)+)")]
    private static partial Regex Dotted();
}
