namespace VoldCms.Data.DatabaseBackups;

/// <summary>Statements of backup and restore. They go over all tenants, and nothing else does.</summary>
internal static class BackupSql
{
    public const string LargestVersions =
        "SELECT COALESCE(MAX(version), 0), COALESCE(MAX(configuration_version), 0), COALESCE(MAX(public_version), 0) FROM tenants";

    /// <summary>Beyond all that this database and the archive have known.</summary>
    public const string RaiseVersions = """
        UPDATE tenants SET
            version = CASE WHEN version > @version THEN version ELSE @version END + 1,
            configuration_version = CASE WHEN configuration_version > @configuration THEN configuration_version ELSE @configuration END + 1,
            public_version = CASE WHEN public_version > @public THEN public_version ELSE @public END + 1
        """;

    public const string Tenants = "SELECT id FROM tenants ORDER BY id";

    public const string LiveItems =
        "SELECT DISTINCT item_key FROM content_versions WHERE tenant_id = @tenant AND (latest OR published) ORDER BY item_key";

    public static string Read(BackupTable table) =>
        $"SELECT {string.Join(", ", table.Columns.Select(column => column.Name))} "
        + $"FROM {table.Name} ORDER BY {string.Join(", ", table.KeyColumns)}";

    public static string Empty(string table) => $"DELETE FROM {table}";

    /// <summary>With the arguments <c>c0</c>, <c>c1</c> and so on, and the type's number last where the table has one.</summary>
    public static string Insert(BackupTable table, bool withTypeNumber)
    {
        var columns = table.Columns.Select(column => column.Name);
        var values = table.Columns.Select((_, index) => $"@c{index}");
        if (withTypeNumber)
        {
            columns = columns.Append(BackupTable.TypeNumber);
            values = values.Append($"@{BackupTable.TypeNumber}");
        }

        return $"INSERT INTO {table.Name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", values)})";
    }
}
