namespace VoldCms.Data.Sql;

/// <summary>Statements about a tenant as a whole, its documents and its audit trail.</summary>
internal static class TenantSql
{
    private const string Columns =
        "id, name, request_url_prefix, request_url_hosts, state, recipe_name, version, configuration_version, public_version";

    public const string List = $"SELECT {Columns} FROM tenants ORDER BY id";

    public const string Find = $"SELECT {Columns} FROM tenants WHERE name_folded = @name";

    public const string Insert = """
        INSERT INTO tenants (name, name_folded, request_url_prefix, request_url_hosts, state, recipe_name,
            version, configuration_version, public_version)
        VALUES (@name, @folded, @prefix, @hosts, @state, @recipe, 0, 0, 0)
        RETURNING id
        """;

    public const string SetState =
        "UPDATE tenants SET state = @state, version = version + 1, public_version = public_version + 1 WHERE id = @tenant";

    public const string Versions = "SELECT version, configuration_version, public_version FROM tenants WHERE id = @tenant";

    public const string RaiseVersions = """
        UPDATE tenants SET
            version = version + 1, configuration_version = configuration_version + @configuration, public_version = public_version + @public
        WHERE id = @tenant
        """;

    /// <summary>One statement, so one snapshot.</summary>
    public const string VersionAndDocuments = """
        SELECT t.configuration_version, d.name, d.json
        FROM tenants t LEFT JOIN tenant_documents d ON d.tenant_id = t.id
        WHERE t.id = @tenant
        """;

    public const string Document = "SELECT json FROM tenant_documents WHERE tenant_id = @tenant AND name = @name";

    public const string SetDocument = """
        INSERT INTO tenant_documents (tenant_id, name, json) VALUES (@tenant, @name, @json)
        ON CONFLICT (tenant_id, name) DO UPDATE SET json = excluded.json
        """;

    public const string InsertAuditEvent = """
        INSERT INTO audit_events (
            tenant_id, at_utc, action, principal_kind, principal_id, principal_name, content_item_id, version_id, content_type, note)
        VALUES (@tenant, @at, @action, @kind, @id, @name, @item, @version, @type, @note)
        """;

    public const string FindName = "SELECT id FROM names WHERE name = @name";

    public static string FindNames(SqlDialect dialect) => $"SELECT id, name FROM names WHERE {dialect.In("name", "@names")}";

    /// <summary>Gives no row when the name is there already, from another writer.</summary>
    public const string InsertName = "INSERT INTO names (name) VALUES (@name) ON CONFLICT (name) DO NOTHING RETURNING id";
}
