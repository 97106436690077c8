using System.Collections.Immutable;
using System.Data.Common;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Querying;

/// <summary>The statement that counts by values. The index holds texts folded: of each group one item is read for the spelling.</summary>
internal sealed class GroupSql(SqlDialect dialect, SqlText sql, ConditionSql conditions)
{
    /// <param name="matches">A select of item keys.</param>
    /// <param name="keys">What is counted by.</param>
    /// <param name="skip">Groups, from 0.</param>
    /// <param name="take">Groups, from 1.</param>
    public string Count(string matches, IReadOnlyList<GroupKey> keys, int skip, int take)
    {
        var known = keys.Select((key, index) => (Key: key, Index: index)).Where(entry => entry.Key.FieldId is not null).ToList();
        var names = string.Join(", ", keys.Select((_, index) => $"k{index}"));
        return $"""
            WITH hit AS MATERIALIZED ({matches}){string.Concat(
                known.Where(entry => entry.Key.Seen is not null).Select(entry => Seen(entry.Key, entry.Index))
            )},
            grp AS MATERIALIZED (
                SELECT {names}, count(*) AS n, min(item_key) AS sample FROM (
                    SELECT h.item_key, {string.Join(", ", keys.Select(ValueOf))}
                    FROM hit h{string.Concat(known.Select(entry => $" CROSS JOIN field_index g{entry.Index}"))}
                    WHERE 1 = 1{string.Concat(known.Select(entry => RowOf(entry.Key, entry.Index)))}) r
                GROUP BY {names} ORDER BY n DESC, {names} LIMIT {sql.Value(take)} OFFSET {sql.Value(skip)})
            SELECT {VersionSql.Item}, {names}, n FROM grp CROSS JOIN content_versions v WHERE {conditions.VersionOf("v", "grp.sample")}
            ORDER BY n DESC, {names}
            """;
    }

    /// <summary>The values of a path that may be known, among those of the matches.</summary>
    private string Seen(GroupKey key, int index) =>
        $"""
            , seen{index} AS MATERIALIZED (
                SELECT d.value FROM (SELECT DISTINCT s.value FROM hit h CROSS JOIN field_index s WHERE {conditions.RowOf(
                "s",
                "h.item_key",
                key.FieldId!.Value
            )}) d
                WHERE d.value <> {dialect.Bytes("00")} AND {conditions.IsSeen("d.value", key.Seen!)})
            """;

    /// <summary>The rows that count: one for each value; of values that nobody may know of together one, as of no value.</summary>
    private string RowOf(GroupKey key, int index)
    {
        var row = $" AND {conditions.RowOf($"g{index}", "h.item_key", key.FieldId!.Value)}";
        return key.Seen is null
            ? row
            : $"{row} AND ({IsSeen("g", index)} OR (g{index}.ordinal = 0 AND NOT EXISTS ("
                + $"SELECT 1 FROM field_index q{index} "
                + $"WHERE {conditions.RowOf($"q{index}", "h.item_key", key.FieldId!.Value)} AND {IsSeen("q", index)})))";
    }

    private string ValueOf(GroupKey key, int index) =>
        key switch
        {
            { FieldId: null } => $"{dialect.Bytes(key.MissingHex)} AS k{index}",
            { Seen: not null } => $"CASE WHEN {IsSeen("g", index)} THEN g{index}.value ELSE {dialect.Bytes("00")} END AS k{index}",
            { IsFlag: true } => $"CASE WHEN g{index}.value = {dialect.Bytes("00")} "
                + $"THEN {dialect.Bytes(key.MissingHex)} ELSE g{index}.value END AS k{index}",
            _ => $"g{index}.value AS k{index}",
        };

    private static string IsSeen(string alias, int index) => $"{alias}{index}.value IN (SELECT value FROM seen{index})";

    public static ContentGroup Read(DbDataReader row, ImmutableArray<string> paths, ContentModel model)
    {
        var sample = VersionReader.ReadItem(row);
        var type = model.FindType(sample.ContentType);
        var first = row.FieldCount - 1 - paths.Length;
        return new(
            [.. paths.Select((path, index) => Value(path, row.GetFieldValue<byte[]>(first + index)))],
            row.GetInt32(row.FieldCount - 1)
        );

        ContentValue? Value(string path, byte[] key)
        {
            foreach (var value in ContentIndexer.ValuesAt(sample, type, path))
            {
                if (IndexKey.Of(value).AsSpan().SequenceEqual(key))
                {
                    return value;
                }
            }

            // What nobody has answered counts as false, and no item need say so.
            return key.AsSpan().SequenceEqual(GroupKey.False) ? ContentValue.Of(false) : null;
        }
    }
}

/// <summary>What is counted by.</summary>
/// <param name="FieldId">The path's number; null for one that was never stored.</param>
/// <param name="IsFlag">It holds true or false; what has no value counts as false.</param>
/// <param name="Seen">When it holds ids: what they may name to be counted by; null when all are.</param>
internal sealed record GroupKey(int? FieldId, bool IsFlag, SeenTargets? Seen)
{
    /// <summary>The index key of false.</summary>
    public static byte[] False { get; } = IndexKey.Of(ContentValue.Of(false));

    /// <summary>What stands for no value.</summary>
    public string MissingHex => IsFlag ? Convert.ToHexString(False) : "00";
}
