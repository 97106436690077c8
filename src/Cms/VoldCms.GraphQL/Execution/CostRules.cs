using System.Collections.Immutable;

namespace VoldCms.GraphQL.Execution;

/// <summary>
/// How the cost of an operation is counted, before it runs: each field costs its weight, and what is asked below a list, with the weight of
/// its items, counts as often as the list may have items. Fields count as written: every fragment wherever it is spread, of fragments on
/// different object types the dearest. What describes the schema is counted in the schema at hand: every value that is listed costs one.
/// Immutable.
/// </summary>
public sealed record CostRules
{
    /// <summary>The rules as they are unless told otherwise.</summary>
    public static CostRules Default { get; } = new();

    /// <summary>Items that a list counts as when no argument says how many.</summary>
    /// <value>20 unless set.</value>
    public int DefaultPageSize { get; init; } = 20;

    /// <summary>Arguments that say how many items a field gives at most, in order of precedence. Only integers of type Int count.</summary>
    /// <value><c>first</c>, <c>last</c>, <c>limit</c>, <c>take</c> unless set.</value>
    public ImmutableArray<string> PageSizeArguments { get; init; } = ["first", "last", "limit", "take"];
}
