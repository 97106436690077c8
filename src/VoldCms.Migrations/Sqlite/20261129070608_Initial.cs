using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    user_name_folded = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    is_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    phone_number = table.Column<string>(type: "TEXT", nullable: false),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                    role_names = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.tenant_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "answered_requests",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    principal = table.Column<string>(type: "TEXT", nullable: false),
                    key_hash = table.Column<string>(type: "TEXT", nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", nullable: false),
                    received_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_requests", x => new { x.tenant_id, x.principal, x.key_hash });
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role_names = table.Column<string>(type: "TEXT", nullable: false),
                    permissions = table.Column<string>(type: "TEXT", nullable: false),
                    created_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_utc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => new { x.tenant_id, x.key_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    at_utc = table.Column<long>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    principal_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    principal_id = table.Column<string>(type: "TEXT", nullable: false),
                    principal_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: true),
                    version_id = table.Column<string>(type: "TEXT", nullable: true),
                    content_type = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_versions",
                columns: table => new
                {
                    key = table.Column<long>(type: "INTEGER", nullable: false),
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    item_key = table.Column<long>(type: "INTEGER", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false),
                    item_id_folded = table.Column<string>(type: "TEXT", nullable: false),
                    version_id = table.Column<string>(type: "TEXT", nullable: false),
                    version_id_folded = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    type_id = table.Column<int>(type: "INTEGER", nullable: false),
                    display_text = table.Column<string>(type: "TEXT", nullable: true),
                    latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    published = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    modified_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    published_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    culture = table.Column<string>(type: "TEXT", nullable: true),
                    localization_set = table.Column<string>(type: "TEXT", nullable: true),
                    visibility = table.Column<int>(type: "INTEGER", nullable: false),
                    written_by = table.Column<int>(type: "INTEGER", nullable: false),
                    public_from_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    public_to_utc = table.Column<long>(type: "INTEGER", nullable: true),
                    document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_versions", x => x.key);
                });

            // By hand: the key is the table, which EF cannot say. It saves a second tree on every write.
            migrationBuilder.Sql(
                """
                CREATE TABLE field_index (
                    tenant_id INTEGER NOT NULL,
                    item_key INTEGER NOT NULL,
                    state INTEGER NOT NULL,
                    field_id INTEGER NOT NULL,
                    culture_id INTEGER NOT NULL,
                    ordinal INTEGER NOT NULL,
                    type_id INTEGER NOT NULL,
                    value BLOB NOT NULL,
                    sort_key BLOB NULL,
                    visibility INTEGER NOT NULL,
                    signature INTEGER NOT NULL DEFAULT -1,
                    CONSTRAINT pk_field_index PRIMARY KEY (tenant_id, item_key, state, field_id, culture_id, ordinal)
                ) WITHOUT ROWID
                """);

            migrationBuilder.CreateTable(
                name: "former_paths",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_paths", x => new { x.tenant_id, x.path });
                });

            migrationBuilder.CreateTable(
                name: "job_leases",
                columns: table => new
                {
                    job = table.Column<string>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    until_utc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_leases", x => x.job);
                });

            migrationBuilder.CreateTable(
                name: "names",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_names", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "paths",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    item_key = table.Column<long>(type: "INTEGER", nullable: false),
                    content_item_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paths", x => new { x.tenant_id, x.state, x.path });
                });

            migrationBuilder.CreateTable(
                name: "tenant_documents",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenant_documents", x => new { x.tenant_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_folded = table.Column<string>(type: "TEXT", nullable: false),
                    request_url_prefix = table.Column<string>(type: "TEXT", nullable: true),
                    request_url_hosts = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    recipe_name = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    configuration_version = table.Column<long>(type: "INTEGER", nullable: false),
                    public_version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_user_name_folded",
                table: "accounts",
                columns: new[] { "tenant_id", "user_name_folded" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_answered_requests_tenant_id_received_utc",
                table: "answered_requests",
                columns: new[] { "tenant_id", "received_utc" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_tenant_id_content_item_id_id",
                table: "audit_events",
                columns: new[] { "tenant_id", "content_item_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_tenant_id_id",
                table: "audit_events",
                columns: new[] { "tenant_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_content_versions_localization_set",
                table: "content_versions",
                columns: new[] { "tenant_id", "localization_set" },
                filter: "localization_set IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_content_versions_public",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_id_folded", "public_from_utc", "public_to_utc", "published", "visibility", "type_id", "content_type", "content_item_id" },
                filter: "public_from_utc IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_content_versions_latest_id",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_id_folded" },
                unique: true,
                filter: "latest");

            migrationBuilder.CreateIndex(
                name: "ux_content_versions_latest_key",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_key" },
                unique: true,
                filter: "latest");

            migrationBuilder.CreateIndex(
                name: "ux_content_versions_published_id",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_id_folded" },
                unique: true,
                filter: "published");

            migrationBuilder.CreateIndex(
                name: "ux_content_versions_published_key",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_key" },
                unique: true,
                filter: "published");

            migrationBuilder.CreateIndex(
                name: "ux_content_versions_version_id",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_id_folded", "version_id_folded" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_field_index_sort",
                table: "field_index",
                columns: new[] { "tenant_id", "state", "type_id", "field_id", "culture_id", "sort_key", "item_key", "visibility", "signature" },
                filter: "sort_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_field_index_value",
                table: "field_index",
                columns: new[] { "tenant_id", "state", "type_id", "field_id", "culture_id", "value", "item_key", "ordinal", "visibility", "signature" });

            migrationBuilder.CreateIndex(
                name: "ix_names_name",
                table: "names",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paths_tenant_id_item_key",
                table: "paths",
                columns: new[] { "tenant_id", "item_key" });

            migrationBuilder.CreateIndex(
                name: "ix_tenants_name_folded",
                table: "tenants",
                column: "name_folded",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tenants_request_url_prefix",
                table: "tenants",
                column: "request_url_prefix",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "answered_requests");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "content_versions");

            migrationBuilder.DropTable(
                name: "field_index");

            migrationBuilder.DropTable(
                name: "former_paths");

            migrationBuilder.DropTable(
                name: "job_leases");

            migrationBuilder.DropTable(
                name: "names");

            migrationBuilder.DropTable(
                name: "paths");

            migrationBuilder.DropTable(
                name: "tenant_documents");

            migrationBuilder.DropTable(
                name: "tenants");
        }
    }
}
