using System.Collections.Immutable;
using System.Globalization;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Querying;

/// <summary>One key of the order.</summary>
/// <param name="FieldId">The path's number; null for a path never stored, by which all items are alike.</param>
/// <param name="IsDescending">Largest first.</param>
/// <param name="WordTypes">The types of which the path holds words, sorted by the culture.</param>
/// <param name="ValueTypes">The types of which the path holds something else. A type in neither has no such path.</param>
internal sealed record OrderKey(int? FieldId, bool IsDescending, ImmutableHashSet<int> WordTypes, ImmutableHashSet<int> ValueTypes)
{
    /// <summary>The values in their order, when they are not ordered by what they are; null otherwise.</summary>
    public IReadOnlyCollection<byte[]>? Ranks { get; init; }

    /// <summary>What stands for no value: nothing for words, else the key of nothing.</summary>
    public string MissingHex => WordTypes.IsEmpty ? "00" : "";

    public string Direction => IsDescending ? " DESC" : "";
}

/// <summary>
/// The statement that reads a page. <see cref="FromMatches"/> sorts the filter's matches; <see cref="AlongOrder"/> walks the
/// index of the first key and tests each item until the page is full. The wrong one costs two hundred times the right one.
/// </summary>
/// <remarks>Materialized steps and look-ups that are no joins keep both databases on the plan that was chosen.</remarks>
internal sealed class PageSql(
    QueryScope scope,
    SqlDialect dialect,
    SqlText sql,
    ConditionSql conditions,
    ImmutableArray<OrderKey> order,
    PositionSql positions
)
{
    // Past this many types a walk along each of them is no walk any more.
    private const int MaximumWalks = 100;

    private string ItemDirection => order is [var first, ..] ? first.Direction : "";

    /// <summary>Whether there is an index that has the order.</summary>
    public static bool CanWalk(QueryScope scope, ImmutableArray<OrderKey> order) =>
        (order is not [var first, ..] || (first.Ranks is null && (first.FieldId is not null || order.Length == 1)))
        && scope.Groups.Sum(group => group.TypeIds.Length) <= MaximumWalks;

    /// <param name="matches">A select of item keys.</param>
    /// <param name="columns">Of the version <c>v</c>.</param>
    /// <param name="skip">From 0.</param>
    /// <param name="take">From 1.</param>
    /// <param name="withTotal">Adds the number of matches as the last column.</param>
    public string FromMatches(string matches, string columns, int skip, int take, bool withTotal) =>
        $"""
            WITH hit AS MATERIALIZED ({matches}),
            page AS MATERIALIZED (
                {Sorted()}
                ORDER BY {Keys("")}item_key{ItemDirection} LIMIT {Number(take)}{Offset(skip)})
            {Versions(columns, withTotal ? "(SELECT count(*) FROM hit)" : null)}
            """;

    /// <summary>
    /// The page from a condition's matches, if they are fewer than a cap; in each row how many were found, and how many match. There is a
    /// row even when there is no page, without a version.
    /// </summary>
    /// <param name="found">A select of the condition's matches, which may repeat them.</param>
    /// <param name="tests">What else must hold.</param>
    /// <param name="cap">From 1.</param>
    /// <param name="columns">Of the version <c>v</c>.</param>
    /// <param name="skip">From 0.</param>
    /// <param name="take">From 1.</param>
    public string FromFew(string found, ImmutableArray<Condition> tests, int cap, string columns, int skip, int take) =>
        $"""
            WITH few AS MATERIALIZED (SELECT item_key FROM ({found}) m LIMIT {Number(cap)}),
            hit AS MATERIALIZED (
                SELECT DISTINCT e.item_key FROM few e WHERE (SELECT count(*) FROM few) < {Number(cap)}{string.Concat(
                tests.Select(test => $" AND {conditions.Test(test, "e.item_key")}")
            )}),
            page AS MATERIALIZED (
                {Sorted()}
                ORDER BY {Keys("")}item_key{ItemDirection} LIMIT {Number(take)}{Offset(skip)})
            SELECT {columns}, (SELECT count(*) FROM few) AS found, (SELECT count(*) FROM hit) AS total
            FROM (SELECT 1 AS one) base LEFT JOIN page ON 1 = 1 LEFT JOIN content_versions v ON {conditions.VersionOf("v", "page.item_key")}
            ORDER BY {Keys("page.")}page.item_key{ItemDirection}
            """;

    /// <param name="tests">What must hold of an item.</param>
    /// <param name="columns">Of the version <c>v</c>.</param>
    /// <param name="skip">From 0.</param>
    /// <param name="take">From 1.</param>
    /// <param name="total">A select that counts all matches, for the last column; null when they are not asked for.</param>
    public string AlongOrder(ImmutableArray<Condition> tests, string columns, int skip, int take, string? total)
    {
        var walks = scope.Groups.SelectMany(group => group.TypeIds.Select(type => group with { TypeIds = [type] })).ToList();
        var firsts = walks.Select(walk => $"SELECT * FROM ({Walk(walk, tests)} LIMIT {Window(skip, take)}) w");
        var page = walks is [var only]
            ? $"{Walk(only, tests)} LIMIT {Number(take)}{Offset(skip)}"
            : $"SELECT * FROM ({string.Join(" UNION ALL ", firsts)}) a "
                + $"ORDER BY {Keys("")}item_key{ItemDirection} LIMIT {Number(take)}{Offset(skip)}";
        return $"""
            WITH page AS MATERIALIZED ({page})
            {Versions(columns, total is null ? null : $"({total})")}
            """;
    }

    /// <summary>The items of one type in the order of the first key.</summary>
    private string Walk(AccessGroup type, ImmutableArray<Condition> tests)
    {
        var tested = conditions.TestAll(tests, "s");
        var rest = KeyColumns("s.item_key", 1);
        if (
            order is not [{ FieldId: { } fieldId } first, ..]
            || !(first.WordTypes.Contains(type.TypeIds[0]) || first.ValueTypes.Contains(type.TypeIds[0]))
        )
        {
            // Without an order, or without the path: by item number alone, along the rows that say that it is there.
            var missing = order is [var absent, ..] ? $", {dialect.Bytes(absent.MissingHex)} AS k0" : "";
            return $"SELECT s.item_key{missing}{rest} FROM field_index s {dialect.IndexHint("ix_field_index_value")} "
                + $"WHERE {conditions.RowsOf(type, "s", 0)} "
                + $"AND s.value = {dialect.Bytes("")}{After(dialect.Bytes(order is [var none, ..] ? none.MissingHex : ""))}{tested} "
                + $"ORDER BY {Keys("", from: 1)}s.item_key{ItemDirection}";
        }

        var (column, index, filter) = first.WordTypes.Contains(type.TypeIds[0])
            ? ("s.sort_key", "ix_field_index_sort", "s.sort_key IS NOT NULL")
            : ("s.value", "ix_field_index_value", "s.ordinal = 0");
        return $"SELECT s.item_key, {column} AS k0{rest} FROM field_index s {dialect.IndexHint(index)} "
            + $"WHERE {conditions.RowsOf(type, "s", fieldId)} AND {filter}{After(column)}{tested} "
            + $"ORDER BY {column}{first.Direction}, {Keys("", from: 1)}s.item_key{ItemDirection}";
    }

    private string Sorted()
    {
        var keyed = $"SELECT h.item_key{KeyColumns("h.item_key", 0)} FROM hit h";
        return positions.After(static index => $"o.k{index}", "o.item_key") is { } after
            ? $"SELECT * FROM ({keyed}) o WHERE {after}"
            : keyed;
    }

    private string After(string firstKey) =>
        positions.After(index => index == 0 ? firstKey : KeyOf(order[index], "s.item_key"), "s.item_key") is { } after
            ? $" AND {after}"
            : "";

    private string Versions(string columns, string? total) =>
        $"""
            SELECT {columns}{(total is null ? "" : $", {total} AS total")}
            FROM page CROSS JOIN content_versions v WHERE {conditions.VersionOf("v", "page.item_key")}
            ORDER BY {Keys("page.")}page.item_key{ItemDirection}
            """;

    private string KeyColumns(string itemKey, int from) =>
        string.Concat(order.Select((key, index) => index < from ? "" : $", {KeyOf(key, itemKey)} AS k{index}"));

    private string KeyOf(OrderKey key, string itemKey)
    {
        if (key.Ranks is { } ranks)
        {
            return key.FieldId is { } ranked ? conditions.RankOf(itemKey, ranked, ranks) : "-1";
        }

        return key.FieldId is { } fieldId
            ? conditions.SortKeyOf(itemKey, fieldId, dialect.Bytes(key.MissingHex))
            : dialect.Bytes(key.MissingHex);
    }

    private string Keys(string alias, int from = 0) =>
        string.Concat(order.Select((key, index) => index < from ? "" : $"{alias}k{index}{key.Direction}, "));

    // The size of a page is few numbers, and the planner wants to see it; how many to skip is any number.
    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Offset(int skip) => skip == 0 ? "" : $" OFFSET {sql.Value(skip)}";

    private string Window(int skip, int take) => skip == 0 ? Number(take) : sql.Value((long)skip + take);
}
