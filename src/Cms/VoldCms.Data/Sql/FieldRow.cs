namespace VoldCms.Data.Sql;

/// <summary>The states that the field index keeps apart. The numbers are stored.</summary>
internal static class IndexState
{
    public const int Published = 0;
    public const int Latest = 1;

    /// <summary>Latest and not public: kept as rows of its own, so that a list of drafts does not look through everything.</summary>
    public const int Draft = 2;
}

/// <summary>
/// One row of the field index, without tenant and item.
/// </summary>
/// <param name="State">See <see cref="IndexState"/>.</param>
/// <param name="FieldId">The path's number; 0 for the row that says that the item is there at all.</param>
/// <param name="CultureId">0 for the item in its own right; else the number of a culture that it answers for.</param>
/// <param name="Ordinal">The value's place in a list.</param>
/// <param name="TypeId">The content type's number.</param>
/// <param name="Value">Bytes that compare as the values do.</param>
/// <param name="SortKey">Bytes that sort as the tenant's words do; null where the value itself sorts.</param>
/// <param name="Visibility">The item's level, so that reading the index needs no look at the item.</param>
/// <param name="Signature">Bits about all values of the item, see <see cref="Writing.Signature"/>.</param>
internal readonly record struct FieldRow(
    int State,
    int FieldId,
    int CultureId,
    int Ordinal,
    int TypeId,
    byte[] Value,
    byte[]? SortKey,
    int Visibility,
    long Signature
)
{
    public (int State, int FieldId, int CultureId, int Ordinal) Key => (State, FieldId, CultureId, Ordinal);

    public bool IsSameAs(in FieldRow other) =>
        TypeId == other.TypeId
        && Visibility == other.Visibility
        && Signature == other.Signature
        && Value.AsSpan().SequenceEqual(other.Value)
        && (SortKey is null ? other.SortKey is null : other.SortKey is not null && SortKey.AsSpan().SequenceEqual(other.SortKey));
}
