using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Editor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "working_copies",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    edit = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    inputs = table.Column<string>(type: "text", nullable: true),
                    kept_utc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_copies", x => new { x.tenant_id, x.account_id, x.item, x.edit });
                });

            migrationBuilder.CreateIndex(
                name: "ix_working_copies_tenant_id_kept_utc",
                table: "working_copies",
                columns: new[] { "tenant_id", "kept_utc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "working_copies");
        }
    }
}
