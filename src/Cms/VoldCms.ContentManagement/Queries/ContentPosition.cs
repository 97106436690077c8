using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentManagement.Queries;

/// <summary>
/// Where an item stands in an order. The place stays when items come and go, and when the item itself goes: it is told by what the item was
/// ordered by, not by how many stand before it.
/// </summary>
/// <param name="Keys">What each key of the order is for the item.</param>
/// <param name="ContentItemId">Decides among items that are alike in all keys.</param>
/// <param name="ContentItemVersionId">In state <see cref="VersionState.All"/>, the version that stands there.</param>
public sealed record ContentPosition(
    ImmutableArray<PositionKey> Keys,
    ContentItemId ContentItemId,
    ContentItemVersionId ContentItemVersionId
);

/// <summary>One key of an order, for one item.</summary>
/// <param name="Value">Bytes that compare as the key does; of a key with ranks the ranked value, and none where nothing is ranked.</param>
/// <param name="Rank">Of a key with ranks: where the value stood, for when it has no rank any more.</param>
public readonly record struct PositionKey(byte[] Value, int Rank = 0);
