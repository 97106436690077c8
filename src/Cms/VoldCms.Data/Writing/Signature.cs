using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.Data.Writing;

/// <summary>
/// Sixty-four bits that every index row of an item carries about the item's short values: two bits a value, as in a Bloom
/// filter. A walk along an order reads them in passing and looks an item up only when all bits of a filter's values are
/// there; measured, a filter that a tenth matches costs a fifth of what looking everything up does, two filters a
/// twentieth. A bit that is not there proves that the value is not; one that is proves nothing.
/// </summary>
internal static class Signature
{
    // Longer ones are prose, that nobody asks to be equal.
    private const int MaximumLength = 64;

    // Times are as good as unique: filters by them find few items as it is, and their bits would only fill the sixty-four.
    private static readonly byte s_timeKind = IndexKey.Of(ContentValue.Of(DateTimeOffset.UnixEpoch))[0];

    /// <summary>The bits of one value; 0 when it leaves none.</summary>
    public static long Of(int fieldId, ReadOnlySpan<byte> value)
    {
        if (value.Length > MaximumLength || value[0] == s_timeKind || value.SequenceEqual(IndexKey.None))
        {
            return 0;
        }

        // FNV-1a: stored, so it has to stay what it is on every machine and every version of .NET.
        var hash = 14695981039346656037UL ^ (uint)fieldId;
        foreach (var octet in value)
        {
            hash = (hash ^ octet) * 1099511628211UL;
        }

        hash ^= hash >> 32;
        return (1L << (int)(hash & 63)) | (1L << (int)((hash >> 6) & 63));
    }
}
