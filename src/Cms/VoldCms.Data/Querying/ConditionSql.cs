using System.Collections.Immutable;
using System.Text;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Data.Sql;
using VoldCms.Data.Writing;

namespace VoldCms.Data.Querying;

/// <summary>
/// Conditions as SQL, in two forms: a test of one item (<see cref="Test"/>), and a select of the items that match
/// (<see cref="Find"/>), which brings tenant, state, types, culture, owner and visibility along.
/// </summary>
internal sealed class ConditionSql
{
    // A sub-select with an offset is never pulled up into a join, so a test stays a look-up per item on both databases.
    private const string NoJoin = "LIMIT 1 OFFSET 0";

    private const string ValueIndex = "ix_field_index_value";

    private readonly QueryScope _scope;
    private readonly SqlDialect _dialect;
    private readonly SqlText _sql;
    private readonly string _tenant;
    private readonly string _state;
    private readonly string _maximum;

    public ConditionSql(QueryScope scope, SqlDialect dialect, SqlText sql)
    {
        _scope = scope;
        _dialect = dialect;
        _sql = sql;
        _tenant = sql.Value(scope.Tenant.Value);
        _state = sql.Value(scope.State);
        _maximum = sql.Value((int)scope.Maximum);
    }

    /// <summary>Whether a version called by that alias is the one of the query's state.</summary>
    public string IsLive(string alias) =>
        _scope.State switch
        {
            IndexState.Published => $"{alias}.published",
            IndexState.Latest => $"{alias}.latest",
            _ => $"{alias}.latest AND NOT {alias}.published",
        };

    /// <summary>The version of an item in the query's state.</summary>
    public string VersionOf(string alias, string itemKey) =>
        $"{alias}.tenant_id = {_tenant} AND {alias}.item_key = {itemKey} AND {IsLive(alias)}";

    /// <summary>A row of the index in the query's state, for the types of a group, as far as the principal may see it.</summary>
    public string RowsOf(AccessGroup group, string alias, int fieldId) =>
        $"{alias}.tenant_id = {_tenant} AND {alias}.state = {_state} AND {IsOneOf($"{alias}.type_id", group.TypeIds)} "
        + $"AND {alias}.field_id = {_sql.Value(fieldId)} AND {alias}.culture_id = {_sql.Value(group.CultureId)} "
        + $"AND {alias}.visibility <= {_maximum}{OwnedBy(group, $"{alias}.item_key")}";

    /// <summary>The rows of an item's field in the query's state.</summary>
    public string RowOf(string alias, string itemKey, int fieldId) =>
        $"{alias}.tenant_id = {_tenant} AND {alias}.item_key = {itemKey} AND {alias}.state = {_state} "
        + $"AND {alias}.field_id = {_sql.Value(fieldId)} AND {alias}.culture_id = 0";

    /// <summary>The sort key of an item's field: of words by the culture, else the value itself.</summary>
    public string SortKeyOf(string itemKey, int fieldId, string missing) =>
        $"COALESCE((SELECT COALESCE(o.sort_key, o.value) "
        + $"FROM field_index o WHERE {RowOf("o", itemKey, fieldId)} AND o.ordinal = 0), {missing})";

    /// <summary>Where the first value of an item's field stands among the ranks; -1 when nowhere.</summary>
    public string RankOf(string itemKey, int fieldId, IReadOnlyCollection<byte[]> ranks) =>
        $"COALESCE((SELECT {_dialect.PositionOf("o.value", _sql.Value(_dialect.OfBytes(ranks)))} "
        + $"FROM field_index o WHERE {RowOf("o", itemKey, fieldId)} AND o.ordinal = 0), -1)";

    /// <summary>Whether an id names something that whoever asks may know of.</summary>
    /// <param name="value">An index key that holds a text, or an expression for one.</param>
    /// <param name="seen">What may be known.</param>
    public string IsSeen(string value, SeenTargets seen)
    {
        if (seen.Kind == LinkKind.Term)
        {
            return _dialect.InBytes(value, _sql.Value(_dialect.OfBytes(seen.Terms)));
        }

        var column = seen.Kind == LinkKind.Item ? "x.item_id_folded" : "x.localization_set";
        return seen.Groups.IsEmpty ? "1 = 0" : $"({string.Join(" OR ", seen.Groups.Select(Exists))})";

        string Exists(SeenGroup group)
        {
            var owned = group.OwnerOnly is { } owner ? $" AND x.owner = {_sql.Value(owner)}" : "";
            return $"EXISTS (SELECT 1 FROM content_versions x WHERE x.tenant_id = {_tenant} AND {column} = {_dialect.TextOf(value)} "
                + $"AND {(group.IsPublished ? "x.published" : "x.latest")} AND x.visibility <= {_maximum} "
                + $"AND {IsOneOf("x.type_id", group.TypeIds)}{owned} {NoJoin})";
        }
    }

    /// <summary>Whether the item matches.</summary>
    public string Test(Condition condition, string itemKey) =>
        condition switch
        {
            Condition.All { Conditions.IsEmpty: true } => "1 = 1",
            Condition.Any { Conditions.IsEmpty: true } => "1 = 0",
            Condition.All all => $"({string.Join(" AND ", all.Conditions.Select(inner => Test(inner, itemKey)))})",
            Condition.Any any => $"({string.Join(" OR ", any.Conditions.Select(inner => Test(inner, itemKey)))})",
            Condition.Not not => $"NOT {Test(not.Inner, itemKey)}",
            Condition.Field field =>
                $"EXISTS (SELECT 1 FROM field_index t WHERE {RowOf("t", itemKey, field.FieldId)} AND {Compare("t.value", field)} {NoJoin})",
            Condition.Missing missing => $"NOT EXISTS (SELECT 1 FROM field_index t WHERE {RowOf("t", itemKey, missing.FieldId)} "
                + $"AND t.value <> {_dialect.Bytes("00")}{IfSeen("t.value", missing.Seen)} {NoJoin})",
            Condition.Keys keys => _dialect.In(itemKey, _sql.Value(_dialect.OfKeys(keys.ItemKeys))),
            Condition.Type type =>
                $"EXISTS (SELECT 1 FROM field_index t WHERE {RowOf("t", itemKey, 0)} AND {IsOneOf("t.type_id", type.TypeIds)} {NoJoin})",
            Condition.Id id =>
                $"EXISTS (SELECT 1 FROM content_versions w WHERE {VersionOf("w", itemKey)} AND {CompareId("w", id)} {NoJoin})",
            Condition.Path path => $"EXISTS (SELECT 1 FROM paths a WHERE a.tenant_id = {_tenant} AND a.state = {PathState} "
                + $"AND {_dialect.In("a.path", _sql.Value(_dialect.OfTexts(path.Paths)))} AND a.item_key = {itemKey} {NoJoin})",
            _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
        };

    /// <summary>
    /// All tests of the item of an index row, each with its AND; in front of them the bits of the row that every match must have.
    /// </summary>
    public string TestAll(ImmutableArray<Condition> tests, string alias)
    {
        var bits = tests.Aggregate(0L, static (all, test) => all | BitsOf(test));
        var prefilter = "";
        if (bits != 0)
        {
            var mask = _sql.Value(bits);
            prefilter = $" AND ({alias}.signature & {mask}) = {mask}";
        }

        return prefilter + string.Concat(tests.Select(test => $" AND {Test(test, $"{alias}.item_key")}"));
    }

    /// <summary>Whether the matches can be found without looking at every item.</summary>
    public static bool CanFind(Condition condition) =>
        condition switch
        {
            Condition.Field => true,
            Condition.Missing missing => missing is { IsEverywhere: true, Seen: null },
            Condition.Keys => true,
            Condition.Path => true,
            Condition.Id id => id.Comparison is IndexComparison.OneOf,
            Condition.Any any => !any.Conditions.IsEmpty && any.Conditions.All(CanFind),
            _ => false,
        };

    /// <summary>Whether finding the matches reads every value of the field, however few match.</summary>
    public static bool IsScan(Condition condition) =>
        condition switch
        {
            Condition.Field { Comparison: IndexComparison.Holds or IndexComparison.EndsWith } => true,
            Condition.Any any => any.Conditions.Any(IsScan),
            _ => false,
        };

    /// <summary>Whether the matches are few by nature, so that nothing needs to be counted.</summary>
    public static bool IsIdentity(Condition condition) => condition is Condition.Path or Condition.Id { Comparison: IndexComparison.OneOf };

    /// <summary>The items that match and that also pass the tests, each once.</summary>
    /// <param name="condition">One that <see cref="CanFind"/>; null for every item there is.</param>
    /// <param name="tests">What else must hold.</param>
    /// <param name="mayRepeat">
    /// An item may come once for each value that matches: cheaper where only the first few are wanted, for nothing has to
    /// be gathered before the first comes out.
    /// </param>
    public string Find(Condition? condition, IEnumerable<Condition> tests, bool mayRepeat = false)
    {
        var tested = TestAll([.. tests], "f");
        return condition switch
        {
            null => Join(" UNION ALL ", group => $"{FromValues(null)} WHERE {RowsOf(group, "f", 0)}{tested}"),
            Condition.Field { Comparison: IndexComparison.OneOf { Values.Length: 1 } } field => Join(
                " UNION ALL ",
                group => $"{FromValues(null)} WHERE {RowsOf(group, "f", field.FieldId)} AND {Compare("f.value", field)}{tested}"
            ),
            // A list may match by more than one of its values.
            Condition.Field field => Join(
                " UNION ALL ",
                group =>
                    $"{FromValues(mayRepeat ? null : "DISTINCT")} WHERE {RowsOf(group, "f", field.FieldId)} "
                    + $"AND {Compare("f.value", field)}{tested}"
            ),
            Condition.Missing missing => Join(
                " UNION ALL ",
                group => $"{FromValues(null)} WHERE {RowsOf(group, "f", missing.FieldId)} AND f.value = {_dialect.Bytes("00")}{tested}"
            ),
            Condition.Keys keys => Join(
                " UNION ALL ",
                group =>
                    $"SELECT f.item_key FROM field_index f WHERE {RowsOf(group, "f", 0)} "
                    + $"AND {_dialect.In("f.item_key", _sql.Value(_dialect.OfKeys(keys.ItemKeys)))} AND f.ordinal = 0{tested}"
            ),
            Condition.Id id => Join(
                " UNION ALL ",
                group =>
                    $"SELECT f.item_key FROM content_versions v CROSS JOIN field_index f WHERE v.tenant_id = {_tenant} "
                    + $"AND {CompareId("v", id)} AND {IsLive("v")} "
                    + $"AND f.item_key = v.item_key AND f.ordinal = 0 AND {RowsOf(group, "f", 0)}{tested}"
            ),
            Condition.Path path => Join(
                " UNION ALL ",
                group =>
                    $"SELECT f.item_key FROM paths a CROSS JOIN field_index f WHERE a.tenant_id = {_tenant} AND a.state = {PathState} "
                    + $"AND {_dialect.In("a.path", _sql.Value(_dialect.OfTexts(path.Paths)))} "
                    + $"AND f.item_key = a.item_key AND f.ordinal = 0 "
                    + $"AND {RowsOf(group, "f", 0)}{tested}"
            ),
            Condition.Any any => string.Join(
                mayRepeat ? " UNION ALL " : " UNION ",
                any.Conditions.Select(inner => $"SELECT item_key FROM ({Find(inner, tests, mayRepeat)}) u")
            ),
            _ => throw new System.Diagnostics.UnreachableException(condition.GetType().Name),
        };
    }

    /// <summary>Some items, and those of their types and localization sets, each once.</summary>
    /// <param name="matches">A select of item keys.</param>
    /// <param name="setId">The number of the path of localization sets.</param>
    public string FindVariants(string matches, int setId) =>
        $"WITH found AS MATERIALIZED ({matches}) SELECT item_key FROM found UNION "
        + Join(
            " UNION ",
            group =>
                $"SELECT f.item_key FROM found m CROSS JOIN field_index s CROSS JOIN field_index f {_dialect.IndexHint(ValueIndex)} "
                + $"WHERE s.item_key = m.item_key AND {RowsOf(group, "s", setId)} AND s.ordinal = 0 "
                + $"AND f.value = s.value AND f.type_id = s.type_id AND {RowsOf(group, "f", setId)}"
        );

    private static long BitsOf(Condition condition) =>
        condition is Condition.Field { Comparison: IndexComparison.OneOf { Values: [var value] } } field
            ? Signature.Of(field.FieldId, value)
            : 0;

    // A draft has its path as the latest version.
    private int PathState => _scope.State == IndexState.Published ? IndexState.Published : IndexState.Latest;

    private string FromValues(string? distinct) => $"SELECT {distinct} f.item_key FROM field_index f {_dialect.IndexHint(ValueIndex)}";

    private string Join(string separator, Func<AccessGroup, string> select) => string.Join(separator, _scope.Groups.Select(select));

    private string OwnedBy(AccessGroup group, string itemKey) =>
        group.OwnerOnly is not { } owner
            ? ""
            : $" AND EXISTS (SELECT 1 FROM content_versions w WHERE {VersionOf("w", itemKey)} AND w.owner = {_sql.Value(owner)} {NoJoin})";

    private string IsOneOf(string column, ImmutableArray<int> numbers) =>
        numbers is [var number] ? $"{column} = {_sql.Value(number)}" : _dialect.In(column, _sql.Value(_dialect.OfNumbers(numbers)));

    // Of a single value it is asked once, and not for every row that has it.
    private string Compare(string column, Condition.Field field) =>
        Compare(column, field.Comparison)
        + IfSeen(
            field.Comparison is IndexComparison.OneOf { Values: [var value] } && field.Seen is not null ? _sql.Value(value) : column,
            field.Seen
        );

    private string IfSeen(string value, SeenTargets? seen) => seen is null ? "" : $" AND {IsSeen(value, seen)}";

    private string Compare(string column, IndexComparison comparison) =>
        comparison switch
        {
            IndexComparison.OneOf { Values: [var value] } => $"{column} = {_sql.Value(value)}",
            IndexComparison.OneOf one => _dialect.InBytes(column, _sql.Value(_dialect.OfBytes(one.Values))),
            IndexComparison.Range range => $"{column} {(range.IsFromIncluded ? ">=" : ">")} {_sql.Value(range.From)} "
                + $"AND {column} {(range.IsToIncluded ? "<=" : "<")} {_sql.Value(range.To)}",
            IndexComparison.Holds holds => $"{Compare(column, holds.Within)} AND {_dialect.Holds(column, _sql.Value(holds.Fragment))}",
            IndexComparison.EndsWith ends => $"{Compare(column, ends.Within)} AND {_dialect.EndsWith(column, _sql.Value(ends.Fragment))}",
            _ => throw new System.Diagnostics.UnreachableException(comparison.GetType().Name),
        };

    private string CompareId(string alias, Condition.Id id)
    {
        var column = $"{alias}.{(id.IsVersion ? "version_id_folded" : "item_id_folded")}";
        // 'P' is the kind byte of texts (0x50), which the operands carry.
        return id.Comparison is IndexComparison.OneOf one
            ? _dialect.In(column, _sql.Value(_dialect.OfTexts([.. one.Values.Select(value => Encoding.UTF8.GetString(value.AsSpan(1)))])))
            : Compare(_dialect.TextBytes($"'P' || {column}"), id.Comparison);
    }
}
