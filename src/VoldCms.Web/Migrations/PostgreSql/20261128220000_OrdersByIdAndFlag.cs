using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Web.Migrations.PostgreSql
{
    /// <summary>Index rows that lists ordered by id, version id, published or latest are read along, for what is stored already.</summary>
    public partial class OrdersByIdAndFlag : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                INSERT INTO names (name)
                SELECT w.name FROM (SELECT 'contentitemid' AS name UNION ALL SELECT 'contentitemversionid' UNION ALL SELECT 'latest' UNION ALL SELECT 'published') w
                WHERE NOT EXISTS (SELECT 1 FROM names n WHERE n.name = w.name)
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO field_index (tenant_id, item_key, state, field_id, culture_id, ordinal, type_id, value, sort_key, visibility, signature)
                SELECT f.tenant_id, f.item_key, f.state, n.id, f.culture_id, 0, f.type_id,
                    CASE n.name
                        WHEN 'contentitemid' THEN convert_to('P' || v.item_id_folded, 'UTF8')
                        WHEN 'contentitemversionid' THEN convert_to('P' || v.version_id_folded, 'UTF8')
                        WHEN 'latest' THEN CASE WHEN v.latest THEN '\x1001'::bytea ELSE '\x1000'::bytea END
                        ELSE CASE WHEN v.published THEN '\x1001'::bytea ELSE '\x1000'::bytea END
                    END,
                    NULL, f.visibility, f.signature
                FROM field_index f
                JOIN content_versions v ON v.tenant_id = f.tenant_id AND v.item_key = f.item_key
                    AND ((f.state = 0 AND v.published) OR (f.state <> 0 AND v.latest))
                JOIN names n ON n.name IN ('contentitemid', 'contentitemversionid')
                    OR (n.name = 'latest' AND f.state = 0) OR (n.name = 'published' AND f.state = 1)
                WHERE f.field_id = 0
                ON CONFLICT DO NOTHING
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DELETE FROM field_index
            WHERE field_id IN (SELECT id FROM names WHERE name IN ('contentitemid', 'contentitemversionid', 'latest', 'published'))
            """);
    }
}
