using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace VoldCms.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "content_version_keys");

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    user_name_folded = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    phone_number = table.Column<string>(type: "text", nullable: false),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    is_lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                    role_names = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.tenant_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "answered_requests",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    principal = table.Column<string>(type: "text", nullable: false),
                    key_hash = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<string>(type: "text", nullable: false),
                    received_utc = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answered_requests", x => new { x.tenant_id, x.principal, x.key_hash });
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    role_names = table.Column<string>(type: "text", nullable: false),
                    permissions = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<long>(type: "bigint", nullable: false),
                    expires_utc = table.Column<long>(type: "bigint", nullable: true),
                    revoked_utc = table.Column<long>(type: "bigint", nullable: true),
                    last_used_utc = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => new { x.tenant_id, x.key_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    at_utc = table.Column<long>(type: "bigint", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    principal_kind = table.Column<int>(type: "integer", nullable: false),
                    principal_id = table.Column<string>(type: "text", nullable: false),
                    principal_name = table.Column<string>(type: "text", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: true),
                    version_id = table.Column<string>(type: "text", nullable: true),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_versions",
                columns: table => new
                {
                    key = table.Column<long>(type: "bigint", nullable: false),
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<long>(type: "bigint", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false),
                    item_id_folded = table.Column<string>(type: "text", nullable: false),
                    version_id = table.Column<string>(type: "text", nullable: false),
                    version_id_folded = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    type_id = table.Column<int>(type: "integer", nullable: false),
                    display_text = table.Column<string>(type: "text", nullable: true),
                    latest = table.Column<bool>(type: "boolean", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    created_utc = table.Column<long>(type: "bigint", nullable: true),
                    modified_utc = table.Column<long>(type: "bigint", nullable: true),
                    published_utc = table.Column<long>(type: "bigint", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    culture = table.Column<string>(type: "text", nullable: true),
                    localization_set = table.Column<string>(type: "text", nullable: true),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    written_by = table.Column<int>(type: "integer", nullable: false),
                    public_from_utc = table.Column<long>(type: "bigint", nullable: true),
                    public_to_utc = table.Column<long>(type: "bigint", nullable: true),
                    document = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_versions", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "field_index",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    item_key = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    field_id = table.Column<int>(type: "integer", nullable: false),
                    culture_id = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    type_id = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<byte[]>(type: "bytea", nullable: false),
                    sort_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    signature = table.Column<long>(type: "bigint", nullable: false, defaultValue: -1L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_index", x => new { x.tenant_id, x.item_key, x.state, x.field_id, x.culture_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "former_paths",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_paths", x => new { x.tenant_id, x.path });
                });

            migrationBuilder.CreateTable(
                name: "job_leases",
                columns: table => new
                {
                    job = table.Column<string>(type: "text", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    until_utc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_leases", x => x.job);
                });

            migrationBuilder.CreateTable(
                name: "names",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_names", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "paths",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    item_key = table.Column<long>(type: "bigint", nullable: false),
                    content_item_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paths", x => new { x.tenant_id, x.state, x.path });
                });

            migrationBuilder.CreateTable(
                name: "tenant_documents",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenant_documents", x => new { x.tenant_id, x.name });
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_folded = table.Column<string>(type: "text", nullable: false),
                    request_url_prefix = table.Column<string>(type: "text", nullable: true),
                    request_url_hosts = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    recipe_name = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    configuration_version = table.Column<long>(type: "bigint", nullable: false),
                    public_version = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.DropSequence(
                name: "content_version_keys");
        }
    }
}
