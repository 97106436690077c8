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
    /// <param name="fields">The paths' numbers; null for one that was never stored.</param>
    /// <param name="skip">Groups, from 0.</param>
    /// <param name="take">Groups, from 1.</param>
    public string Count(string matches, IReadOnlyList<int?> fields, int skip, int take)
    {
        var known = fields.Select((field, index) => (Field: field, Index: index)).Where(entry => entry.Field is not null).ToList();
        var values = fields.Select((field, index) => field is null ? $"{dialect.Bytes("00")} AS k{index}" : $"g{index}.value AS k{index}");
        var groups = known.Count == 0 ? "" : $"GROUP BY {string.Join(", ", known.Select(entry => $"g{entry.Index}.value"))}";
        var keys = string.Concat(fields.Select((_, index) => $", k{index}"));
        return
            $"""
            WITH hit AS MATERIALIZED ({matches}),
            grp AS MATERIALIZED (
                SELECT {string.Join(", ", values)}, count(*) AS n, min(h.item_key) AS sample
                FROM hit h{string.Concat(known.Select(entry => $" CROSS JOIN field_index g{entry.Index}"))}
                WHERE 1 = 1{string.Concat(known.Select(entry => $" AND {conditions.RowOf($"g{entry.Index}", "h.item_key", entry.Field!.Value)}"))}
                {groups} ORDER BY n DESC{keys} LIMIT {sql.Value(take)} OFFSET {sql.Value(skip)})
            SELECT {VersionSql.Item}{keys}, n FROM grp CROSS JOIN content_versions v WHERE {conditions.VersionOf("v", "grp.sample")}
            ORDER BY n DESC{keys}
            """;
    }

    public static ContentGroup Read(DbDataReader row, ImmutableArray<string> paths, ContentModel model)
    {
        var sample = VersionReader.ReadItem(row);
        var type = model.FindType(sample.ContentType);
        var first = row.FieldCount - 1 - paths.Length;
        return new([.. paths.Select((path, index) => Value(path, row.GetFieldValue<byte[]>(first + index)))], row.GetInt32(row.FieldCount - 1));

        ContentValue? Value(string path, byte[] key)
        {
            foreach (var value in ContentIndexer.ValuesAt(sample, type, path))
            {
                if (IndexKey.Of(value).AsSpan().SequenceEqual(key))
                {
                    return value;
                }
            }

            return null;
        }
    }
}
