using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_content_versions_public",
                table: "content_versions",
                columns: new[] { "tenant_id", "item_id_folded", "public_from_utc", "public_to_utc", "published", "visibility", "type_id", "content_type", "content_item_id" },
                filter: "public_from_utc IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_content_versions_public",
                table: "content_versions");
        }
    }
}
