using System.Collections.Immutable;
using System.Diagnostics;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentManagement.Indexing;

/// <summary>Filters and orders items that are in no index, exactly as the store does those that are. Pure.</summary>
public static class ContentMatcher
{
    /// <param name="item">The item.</param>
    /// <param name="index">What it would be indexed as.</param>
    /// <param name="filter">Without links: <c>ContentReader</c> resolves them. Null is true.</param>
    public static bool Matches(ContentItem item, IndexDocument index, ContentFilter? filter) =>
        filter switch
        {
            null => true,
            ContentFilter.And and => and.Filters.All(inner => Matches(item, index, inner)),
            ContentFilter.Or or => or.Filters.Any(inner => Matches(item, index, inner)),
            ContentFilter.Not not => !Matches(item, index, not.Filter),
            ContentFilter.OfType ofType => ofType.ContentTypes.Contains(item.ContentType, StringComparer.OrdinalIgnoreCase),
            ContentFilter.Comparison { Operator: ComparisonOperator.IsNull } missing => ValuesOf(item, index, missing.Path)
                .All(value => value.SequenceEqual(IndexKey.None)),
            ContentFilter.Comparison comparison => IndexComparison.Of(comparison.Operator, comparison.Operands, IndexKey.Of) is { } how
                && ValuesOf(item, index, comparison.Path).Any(value => how.Matches(value)),
            _ => throw new UnreachableException(filter.GetType().Name),
        };

    /// <summary>Which of two stands first; 0 when the keys do not tell them apart.</summary>
    public static int Compare(
        (ContentItem Item, IndexDocument Index) left,
        (ContentItem Item, IndexDocument Index) right,
        ImmutableArray<ContentOrder> order
    )
    {
        foreach (var key in order)
        {
            var compared = key.Ranks is { } ranks
                ? RankOf(left.Index, key.Path, ranks).CompareTo(RankOf(right.Index, key.Path, ranks))
                : SortKeyOf(left.Item, left.Index, key.Path).AsSpan().SequenceCompareTo(SortKeyOf(right.Item, right.Index, key.Path));
            if (compared != 0)
            {
                return key.Descending ? -compared : compared;
            }
        }

        return 0;
    }

    /// <summary>What each key of an order is for an item: where it stands.</summary>
    public static ImmutableArray<PositionKey> KeysOf(ContentItem item, IndexDocument index, ImmutableArray<ContentOrder> order) =>
        [
            .. order.Select(key =>
                key.Ranks is not { } ranks ? new PositionKey(SortKeyOf(item, index, key.Path))
                : RankOf(index, key.Path, ranks) is >= 0 and var rank ? new PositionKey(IndexKey.Of(ranks[rank]), rank)
                : new PositionKey([], -1)
            ),
        ];

    /// <summary>Whether one place stands before another; 0 when the keys do not tell them apart.</summary>
    public static int Compare(ImmutableArray<PositionKey> left, ImmutableArray<PositionKey> right, ImmutableArray<ContentOrder> order)
    {
        for (var index = 0; index < order.Length; index++)
        {
            var compared = order[index].Ranks is { } ranks
                ? RankOf(left[index], ranks).CompareTo(RankOf(right[index], ranks))
                : left[index].Value.AsSpan().SequenceCompareTo(right[index].Value);
            if (compared != 0)
            {
                return order[index].Descending ? -compared : compared;
            }
        }

        return 0;
    }

    private static IEnumerable<byte[]> ValuesOf(ContentItem item, IndexDocument index, string path) =>
        IsPath(path, ContentPaths.ContentItemId) ? [IndexKey.OfText(item.ContentItemId.Value)]
        : IsPath(path, ContentPaths.ContentItemVersionId) ? [IndexKey.OfText(item.ContentItemVersionId.Value)]
        : index.Entries.Where(entry => IsPath(entry.Path, path)).Select(entry => entry.Value);

    private static byte[] SortKeyOf(ContentItem item, IndexDocument index, string path)
    {
        if (IsPath(path, ContentPaths.Published) || IsPath(path, ContentPaths.Latest))
        {
            return IndexKey.Of(ContentValue.Of(IsPath(path, ContentPaths.Published) ? item.Published : item.Latest));
        }

        if (IsPath(path, ContentPaths.ContentItemId) || IsPath(path, ContentPaths.ContentItemVersionId))
        {
            return ValuesOf(item, index, path).First();
        }

        var entry = index.Entries.FirstOrDefault(entry => entry.Ordinal == 0 && IsPath(entry.Path, path));
        return entry.SortKey ?? entry.Value ?? [];
    }

    private static int RankOf(IndexDocument index, string path, ImmutableArray<ContentValue> ranks)
    {
        var value = index.Entries.FirstOrDefault(entry => entry.Ordinal == 0 && IsPath(entry.Path, path)).Value;
        return value is null ? -1 : RankOf(value, ranks);
    }

    private static int RankOf(PositionKey key, ImmutableArray<ContentValue> ranks) =>
        RankOf(key.Value, ranks) is >= 0 and var rank ? rank : key.Rank;

    private static int RankOf(byte[] value, ImmutableArray<ContentValue> ranks)
    {
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            if (IndexKey.Of(ranks[rank]).AsSpan().SequenceEqual(value))
            {
                return rank;
            }
        }

        return -1;
    }

    private static bool IsPath(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
