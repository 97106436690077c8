using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Tenancy;

/// <inheritdoc cref="ITenantDocumentReader"/>
internal sealed class TenantDocumentReader(Database database) : ITenantDocumentReader
{
    public async Task<TenantDocumentSet> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        return await ReadAsync(lease.Session, tenant, cancellationToken);
    }

    public static async ValueTask<TenantDocumentSet> ReadAsync(SqlSession session, TenantId tenant, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync(
            TenantSql.VersionAndDocuments,
            static row =>
                (
                    Version: row.GetInt64(0),
                    Name: row.IsDBNull(1) ? null : row.GetString(1),
                    Json: row.IsDBNull(2) ? null : row.GetString(2)
                ),
            cancellationToken,
            new SqlArgument("tenant", tenant.Value)
        );
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row is { Name: { } name, Json: { } json })
            {
                documents.Add(name, json);
            }
        }

        return new(rows.Count == 0 ? 0 : rows[0].Version, documents);
    }
}
