using System.Data.Common;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>Puts an item's one or two live rows together.</summary>
internal static class LiveVersionRows
{
    public static async ValueTask<LiveVersions> LoadByKeyAsync(
        SqlSession session,
        TenantId tenant,
        long itemKey,
        CancellationToken cancellationToken
    ) =>
        Assemble(
            await session.ListAsync(VersionSql.LoadLiveByKey, Read, cancellationToken, new("tenant", tenant.Value), new("item", itemKey))
        );

    public static (long ItemKey, StoredVersion Version) Read(DbDataReader row) =>
        (VersionReader.ReadItemKey(row), VersionReader.ReadVersion(row));

    /// <summary>One row when the newest version is the public one; then both are that very instance.</summary>
    /// <param name="rows">At least one.</param>
    public static LiveVersions Assemble(List<(long ItemKey, StoredVersion Version)> rows) =>
        new(
            rows[0].ItemKey,
            rows.Select(row => row.Version).FirstOrDefault(version => version.Item.Latest),
            rows.Select(row => row.Version).FirstOrDefault(version => version.Item.Published)
        );
}
