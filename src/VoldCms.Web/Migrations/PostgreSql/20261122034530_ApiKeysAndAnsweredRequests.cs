using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Web.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ApiKeysAndAnsweredRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_answered_requests_tenant_id_received_utc",
                table: "answered_requests",
                columns: new[] { "tenant_id", "received_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answered_requests");

            migrationBuilder.DropTable(
                name: "api_keys");
        }
    }
}
