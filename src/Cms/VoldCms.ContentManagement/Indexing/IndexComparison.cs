using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentManagement.Indexing;

/// <summary>How an indexed value's bytes compare with the operands' bytes (<see cref="IndexKey"/>). A closed set; immutable.</summary>
public abstract record IndexComparison
{
    private IndexComparison() { }

    /// <summary>One of the values.</summary>
    public sealed record OneOf(ImmutableArray<byte[]> Values) : IndexComparison;

    /// <summary>From (or after) the lower to (or before) the upper bound.</summary>
    public sealed record Range(byte[] From, bool IsFromIncluded, byte[] To, bool IsToIncluded) : IndexComparison;

    /// <summary>Within the range, and holding the fragment.</summary>
    public sealed record Holds(byte[] Fragment, Range Within) : IndexComparison;

    /// <summary>Within the range, and ending in the fragment.</summary>
    public sealed record EndsWith(byte[] Fragment, Range Within) : IndexComparison;

    /// <summary>Reads a comparison of a filter; null when the operands do not fit the operator: then nothing matches.</summary>
    /// <param name="comparison">How; not <see cref="ComparisonOperator.IsNull"/>.</param>
    /// <param name="operands">With what.</param>
    /// <param name="encode">The operands' bytes.</param>
    public static IndexComparison? Of(
        ComparisonOperator comparison,
        ImmutableArray<ContentValue> operands,
        Func<ContentValue, byte[]> encode
    )
    {
        if (comparison == ComparisonOperator.In)
        {
            return operands.IsEmpty ? null : new OneOf([.. operands.Select(encode)]);
        }

        if (operands is not [var operand])
        {
            return null;
        }

        var key = encode(operand);
        return comparison switch
        {
            ComparisonOperator.Equal => new OneOf([key]),
            ComparisonOperator.GreaterThan => new Range(key, false, KindOf(key).To, false),
            ComparisonOperator.GreaterThanOrEqual => new Range(key, true, KindOf(key).To, false),
            ComparisonOperator.LessThan => new Range(KindOf(key).From, true, key, false),
            ComparisonOperator.LessThanOrEqual => new Range(KindOf(key).From, true, key, true),
            _ when operand.Kind != ContentValueKind.Text => null,
            ComparisonOperator.StartsWith => new Range(key, true, AfterPrefix(key), false),
            ComparisonOperator.Contains => OfFragment(key, static (fragment, within) => new Holds(fragment, within)),
            ComparisonOperator.EndsWith => OfFragment(key, static (fragment, within) => new EndsWith(fragment, within)),
            _ => null,
        };

        IndexComparison OfFragment(byte[] encoded, Func<byte[], Range, IndexComparison> make)
        {
            var within = KindOf(encoded);
            var fragment = IndexKey.OfTextFragment(operand.AsText());
            return fragment.Length == 0 ? within : make(fragment, within);
        }
    }

    /// <summary>Whether the bytes compare so: what the databases do, for values that are in no index.</summary>
    public bool Matches(ReadOnlySpan<byte> value)
    {
        switch (this)
        {
            case OneOf one:
                foreach (var known in one.Values)
                {
                    if (value.SequenceEqual(known))
                    {
                        return true;
                    }
                }

                return false;
            case Range range:
                var from = value.SequenceCompareTo(range.From);
                var to = value.SequenceCompareTo(range.To);
                return (from > 0 || (from == 0 && range.IsFromIncluded)) && (to < 0 || (to == 0 && range.IsToIncluded));
            case Holds holds:
                return holds.Within.Matches(value) && value.IndexOf(holds.Fragment) >= 0;
            case EndsWith ends:
                return ends.Within.Matches(value) && value.EndsWith(ends.Fragment);
            default:
                throw new System.Diagnostics.UnreachableException(GetType().Name);
        }
    }

    // The first byte of an index key is the kind of its value: nothing compares across kinds.
    private static Range KindOf(byte[] key) => new([key[0]], true, [(byte)(key[0] + 1)], false);

    // UTF-8 never holds the byte FF, so the last byte can always be raised.
    private static byte[] AfterPrefix(byte[] prefix)
    {
        var after = (byte[])prefix.Clone();
        after[^1]++;
        return after;
    }
}
