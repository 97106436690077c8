using System.Collections.Immutable;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.Data.Querying;

/// <summary>A filter with its names looked up and its operands as bytes. A closed set.</summary>
internal abstract record Condition
{
    private Condition()
    {
    }

    public sealed record All(ImmutableArray<Condition> Conditions) : Condition;

    public sealed record Any(ImmutableArray<Condition> Conditions) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    /// <summary>A value of the field compares so.</summary>
    public sealed record Field(int FieldId, Comparison Comparison) : Condition;

    /// <summary>The field has no value.</summary>
    /// <param name="FieldId">The field.</param>
    /// <param name="IsEverywhere">Every type asked for has the path, so that missing values have rows to be found by.</param>
    public sealed record Missing(int FieldId, bool IsEverywhere) : Condition;

    /// <summary>The item's or version's id compares so; ids are folded texts without a kind byte.</summary>
    public sealed record Id(bool IsVersion, Comparison Comparison) : Condition;

    /// <summary>The item is one of these: what a scan has found already.</summary>
    public sealed record Keys(ImmutableArray<long> ItemKeys) : Condition;

    /// <summary>The item's path is one of these, folded.</summary>
    public sealed record Path(ImmutableArray<string> Paths) : Condition;

    public static Condition Always { get; } = new All([]);

    public static Condition Never { get; } = new Any([]);
}

/// <summary>How bytes compare with the operands' bytes.</summary>
internal abstract record Comparison
{
    private Comparison()
    {
    }

    public sealed record OneOf(ImmutableArray<byte[]> Values) : Comparison;

    /// <summary>From (or after) the lower to (or before) the upper bound.</summary>
    public sealed record Range(byte[] From, bool IsFromIncluded, byte[] To, bool IsToIncluded) : Comparison;

    /// <summary>Within the range, and holding the fragment.</summary>
    public sealed record Holds(byte[] Fragment, Range Within) : Comparison;

    /// <summary>Within the range, and ending in the fragment.</summary>
    public sealed record EndsWith(byte[] Fragment, Range Within) : Comparison;

    /// <summary>Null when the operands do not fit the operator: then nothing matches.</summary>
    public static Comparison? Of(ComparisonOperator comparison, ImmutableArray<ContentValue> operands, Func<ContentValue, byte[]> encode)
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

        Comparison OfFragment(byte[] encoded, Func<byte[], Range, Comparison> make)
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
