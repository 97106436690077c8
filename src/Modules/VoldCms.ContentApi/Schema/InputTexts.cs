using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace VoldCms.ContentApi.Schema;

/// <summary>
/// What the fields of filters and orders are, by rule: the field's name in words, and what its operator asks. A schema has thousands of
/// them and few different ones, so the texts of what every item has are shared by all schemas. Thread-safe.
/// </summary>
internal static class InputTexts
{
    private static readonly FrozenDictionary<string, string> s_operators = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [""] = "is this",
        ["_not"] = "is another",
        ["_in"] = "is one of these",
        ["_not_in"] = "is none of these",
        ["_contains"] = "holds this",
        ["_not_contains"] = "does not hold this",
        ["_starts_with"] = "begins so",
        ["_not_starts_with"] = "begins otherwise",
        ["_ends_with"] = "ends so",
        ["_not_ends_with"] = "ends otherwise",
        ["_gt"] = "is greater",
        ["_gte"] = "is this or greater",
        ["_lt"] = "is less",
        ["_lte"] = "is this or less",
        ["_exists"] = "has a value; with false, has none",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Bounded: what tenants define beyond it is said anew in each schema.
    private const int MaxShared = 20_000;

    private static readonly ConcurrentDictionary<(string Name, string Suffix), string> s_shared = new();

    /// <summary>What a filter asks.</summary>
    /// <param name="name">The field's name, without the operator.</param>
    /// <param name="suffix">The operator, such as <c>_contains</c>; empty for equality.</param>
    public static string Of(string name, string suffix) =>
        Share(name, suffix, static key => $"{ApiNames.Words(key.Name)} {s_operators[key.Suffix]}.");

    /// <summary>What an order goes by.</summary>
    public static string By(string name) => Share(name, "by", static key => $"By {ApiNames.Words(key.Name).ToLowerInvariant()}.");

    /// <summary>What holds the filters, orders or contents of a part or field of that name.</summary>
    public static string In(string name) => Share(name, "in", static key => $"{ApiNames.Words(key.Name)}.");

    private static string Share(string name, string suffix, Func<(string Name, string Suffix), string> make)
    {
        var key = (name, suffix);
        return s_shared.TryGetValue(key, out var known) ? known
            : s_shared.Count < MaxShared ? s_shared.GetOrAdd(key, make)
            : make(key);
    }
}
