using System.Collections.Frozen;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.Data.Querying;

/// <summary>The paths that every item has index rows for, whatever its type.</summary>
internal static class EnvelopePaths
{
    private static readonly FrozenSet<string> s_paths = new[]
    {
        ContentPaths.DisplayText,
        ContentPaths.CreatedUtc,
        ContentPaths.ModifiedUtc,
        ContentPaths.PublishedUtc,
        ContentPaths.Owner,
        ContentPaths.Author,
        ContentPaths.ContentItemId,
        ContentPaths.ContentItemVersionId,
        ContentPaths.Published,
        ContentPaths.Latest,
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string path) => s_paths.Contains(path);
}
