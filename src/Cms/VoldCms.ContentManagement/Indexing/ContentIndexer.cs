using System.Globalization;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentManagement.Indexing;

/// <summary>Turns a version into its index rows, by its type's paths. Pure.</summary>
public static class ContentIndexer
{
    /// <summary>
    /// The rows of one version: the envelope's paths and those of the type, each at least once.
    /// </summary>
    /// <param name="item">In stored form.</param>
    /// <param name="type">Null for a type that is defined no more: only the envelope is indexed.</param>
    /// <param name="culture">The culture whose order of words the sort keys follow.</param>
    public static IndexDocument Index(ContentItem item, TypeModel? type, CultureInfo culture)
    {
        var entries = new List<IndexEntry>(8 + (type?.Paths.Count ?? 0));
        AddText(ContentPaths.DisplayText, item.DisplayText);
        AddInstant(ContentPaths.CreatedUtc, item.CreatedUtc);
        AddInstant(ContentPaths.ModifiedUtc, item.ModifiedUtc);
        AddInstant(ContentPaths.PublishedUtc, item.PublishedUtc);
        entries.Add(new(ContentPaths.Owner, 0, IndexKey.OfText(item.Owner), null));
        entries.Add(new(ContentPaths.Author, 0, IndexKey.OfText(item.Author), null));
        foreach (var path in type?.Paths.Values ?? [])
        {
            AddPath(path);
        }

        return new(
            entries,
            PathOf(item, type),
            Fold(ContentItemParts.CultureOf(item)),
            Fold(ContentItemParts.LocalizationSetOf(item)),
            ContentItemParts.VisibilityOf(item)
        );

        void AddText(string path, string? text) =>
            entries.Add(
                text is null ? new(path, 0, IndexKey.None, []) : new(path, 0, IndexKey.OfText(text), IndexKey.SortKeyOf(text, culture))
            );

        void AddInstant(string path, DateTimeOffset? at) =>
            entries.Add(new(path, 0, at is { } instant ? IndexKey.Of(ContentValue.Of(instant)) : IndexKey.None, null));

        void AddPath(PathModel path)
        {
            var owner = path.Field is { } field ? item.FindField(path.Part.Name, field.Name) : item.FindPart(path.Part.Name);
            var isWords = path.Property.ValueKind == ContentValueKind.Text && !path.Property.IsIdentifier;
            var ordinal = 0;
            foreach (var value in path.Property.Values(owner?[path.Property.Name]))
            {
                var sortKey = isWords && ordinal == 0 ? IndexKey.SortKeyOf(value.AsText(), culture) : null;
                entries.Add(new(path.Path, ordinal++, IndexKey.Of(value), sortKey));
            }

            if (ordinal == 0)
            {
                entries.Add(new(path.Path, 0, IndexKey.None, isWords ? [] : null));
            }
        }
    }

    /// <summary>The values at one of the paths that are indexed, as they are stored; none where there are none.</summary>
    /// <param name="item">In stored form.</param>
    /// <param name="type">Null for a type that is defined no more: only the envelope has paths.</param>
    /// <param name="path">See <see cref="ContentPaths"/>.</param>
    public static IEnumerable<ContentValue> ValuesAt(ContentItem item, TypeModel? type, string path)
    {
        if (type?.Paths.GetValueOrDefault(path) is { } known)
        {
            var owner = known.Field is { } field ? item.FindField(known.Part.Name, field.Name) : item.FindPart(known.Part.Name);
            return known.Property.Values(owner?[known.Property.Name]);
        }

        return path switch
        {
            ContentPaths.DisplayText when item.DisplayText is { } text => [ContentValue.Of(text)],
            ContentPaths.Owner => [ContentValue.Of(item.Owner)],
            ContentPaths.Author => [ContentValue.Of(item.Author)],
            ContentPaths.CreatedUtc when item.CreatedUtc is { } at => [ContentValue.Of(at)],
            ContentPaths.ModifiedUtc when item.ModifiedUtc is { } at => [ContentValue.Of(at)],
            ContentPaths.PublishedUtc when item.PublishedUtc is { } at => [ContentValue.Of(at)],
            _ => [],
        };
    }

    private static string? PathOf(ContentItem item, TypeModel? type) =>
        type?.FindPartOfKind(PartNames.Autoroute) is { } part
        && item.FindPart(part.Name) is { } autoroute
        && autoroute["Disabled"]?.GetValueKind() != System.Text.Json.JsonValueKind.True
        && autoroute.FindText("Path") is { Length: > 0 } path
            ? ContentPath.Fold(path)
            : null;

    private static string? Fold(string? text) => string.IsNullOrEmpty(text) ? null : text.ToLowerInvariant();
}
