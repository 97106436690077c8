using System.Collections.Immutable;
using VoldCms.ContentManagement.Indexing;

namespace VoldCms.Data.Querying;

/// <summary>A filter with its names looked up and its operands as bytes. A closed set.</summary>
internal abstract record Condition
{
    private Condition() { }

    public sealed record All(ImmutableArray<Condition> Conditions) : Condition;

    public sealed record Any(ImmutableArray<Condition> Conditions) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    /// <summary>A value of the field compares so.</summary>
    public sealed record Field(int FieldId, IndexComparison Comparison) : Condition
    {
        /// <summary>Only a value that names something of these counts; null when every value does.</summary>
        public SeenTargets? Seen { get; init; }
    }

    /// <summary>The field has no value.</summary>
    /// <param name="FieldId">The field.</param>
    /// <param name="IsEverywhere">Every type asked for has the path, so that missing values have rows to be found by.</param>
    public sealed record Missing(int FieldId, bool IsEverywhere) : Condition
    {
        /// <inheritdoc cref="Field.Seen"/>
        public SeenTargets? Seen { get; init; }
    }

    /// <summary>The item's or version's id compares so; ids are folded texts without a kind byte.</summary>
    public sealed record Id(bool IsVersion, IndexComparison Comparison) : Condition;

    /// <summary>The item is one of these: what a scan has found already.</summary>
    public sealed record Keys(ImmutableArray<long> ItemKeys) : Condition;

    /// <summary>The item is of one of these types.</summary>
    public sealed record Type(ImmutableArray<int> TypeIds) : Condition;

    /// <summary>The item's path is one of these, folded.</summary>
    public sealed record Path(ImmutableArray<string> Paths) : Condition;

    public static Condition Always { get; } = new All([]);

    public static Condition Never { get; } = new Any([]);
}
