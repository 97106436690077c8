using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>Brings the index rows of an item to what they should be, touching only those that differ.</summary>
internal sealed class FieldIndexWriter(Database database, SqlSession session, TenantId tenant)
{
    /// <param name="itemKey">The item.</param>
    /// <param name="rows">All rows that it is to have.</param>
    /// <param name="isNew">The item has none yet, so there is nothing to compare with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask WriteAsync(long itemKey, IReadOnlyList<FieldRow> rows, bool isNew, CancellationToken cancellationToken)
    {
        var changed = isNew ? rows : await FindChangesAsync(itemKey, rows, cancellationToken);
        if (changed.Count > 0)
        {
            await database.WriteRowsAsync(session, tenant, itemKey, changed, cancellationToken);
        }
    }

    /// <summary>The rows that are new or different; those that are to be no more are deleted here.</summary>
    private async ValueTask<IReadOnlyList<FieldRow>> FindChangesAsync(
        long itemKey,
        IReadOnlyList<FieldRow> rows,
        CancellationToken cancellationToken
    )
    {
        var stored = await session.ListAsync(
            FieldIndexSql.ItemRows,
            ReadRow,
            cancellationToken,
            new("tenant", tenant.Value),
            new("item", itemKey)
        );
        var leftOver = stored.ToDictionary(row => row.Key);
        var changed = new List<FieldRow>();
        foreach (var row in rows)
        {
            if (!leftOver.Remove(row.Key, out var before) || !before.IsSameAs(row))
            {
                changed.Add(row);
            }
        }

        if (leftOver.Count > 0)
        {
            await session.ExecuteAsync(
                FieldIndexSql.Delete(database.Dialect),
                cancellationToken,
                new("tenant", tenant.Value),
                new("item", itemKey),
                new(
                    "rows",
                    SqlDialect.OfRows(leftOver.Keys.Select(key => new long[] { key.State, key.FieldId, key.CultureId, key.Ordinal }))
                )
            );
        }

        return changed;
    }

    private static FieldRow ReadRow(System.Data.Common.DbDataReader row) =>
        new(
            row.GetInt32(0),
            row.GetInt32(1),
            row.GetInt32(2),
            row.GetInt32(3),
            row.GetInt32(4),
            row.GetFieldValue<byte[]>(5),
            row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6),
            row.GetInt32(7),
            row.GetInt64(8)
        );
}
