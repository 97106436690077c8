using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Indexing;

/// <summary>One row of the field index: a value at a path of one version.</summary>
/// <param name="Path">See <see cref="Queries.ContentPaths"/>.</param>
/// <param name="Ordinal">The value's place in a list; 0 for single values.</param>
/// <param name="Value">Bytes that compare as the values do (<see cref="IndexKey"/>).</param>
/// <param name="SortKey">For text, bytes that sort as the tenant's culture does, at ordinal 0 only; else null and <paramref name="Value"/>
/// sorts.</param>
public readonly record struct IndexEntry(string Path, int Ordinal, byte[] Value, byte[]? SortKey);

/// <summary>What the store needs to index one version.</summary>
/// <param name="Entries">Every indexed path of the type at least once; a missing value is <see cref="IndexKey.None"/>.</param>
/// <param name="Path">AutoroutePart's path, folded; null when it has none.</param>
/// <param name="Culture">LocalizationPart's culture, lower case; null when it has none.</param>
/// <param name="LocalizationSet">LocalizationPart's set, folded; null when it has none.</param>
/// <param name="Visibility">The item's level.</param>
public sealed record IndexDocument(
    IReadOnlyList<IndexEntry> Entries,
    string? Path,
    string? Culture,
    string? LocalizationSet,
    VisibilityLevel Visibility
);
