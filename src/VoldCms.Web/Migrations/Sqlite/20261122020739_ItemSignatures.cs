using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ItemSignatures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_field_index_sort",
                table: "field_index");

            migrationBuilder.DropIndex(
                name: "ix_field_index_value",
                table: "field_index");

            migrationBuilder.AddColumn<long>(
                name: "signature",
                table: "field_index",
                type: "INTEGER",
                nullable: false,
                defaultValue: -1L);

            migrationBuilder.CreateIndex(
                name: "ix_field_index_sort",
                table: "field_index",
                columns: new[] { "tenant_id", "state", "type_id", "field_id", "culture_id", "sort_key", "item_key", "visibility", "signature" },
                filter: "sort_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_field_index_value",
                table: "field_index",
                columns: new[] { "tenant_id", "state", "type_id", "field_id", "culture_id", "value", "item_key", "ordinal", "visibility", "signature" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_field_index_sort",
                table: "field_index");

            migrationBuilder.DropIndex(
                name: "ix_field_index_value",
                table: "field_index");

            migrationBuilder.DropColumn(
                name: "signature",
                table: "field_index");

            migrationBuilder.CreateIndex(
                name: "ix_field_index_sort",
                table: "field_index",
                columns: new[] { "tenant_id", "state", "type_id", "field_id", "culture_id", "sort_key", "item_key", "visibility" },
                filter: "sort_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_field_index_value",
                table: "field_index",
                columns: new[] { "tenant_id", "state", "type_id", "field_id", "culture_id", "value", "item_key", "ordinal", "visibility" });
        }
    }
}
