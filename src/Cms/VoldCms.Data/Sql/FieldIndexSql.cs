namespace VoldCms.Data.Sql;

/// <summary>Statements that write the field index. Reading it is the planner's affair.</summary>
internal static class FieldIndexSql
{
    public const string ItemRows = """
        SELECT state, field_id, culture_id, ordinal, type_id, value, sort_key, visibility, signature FROM field_index
        WHERE tenant_id = @tenant AND item_key = @item
        """;

    public const string Upsert = """
        INSERT INTO field_index (tenant_id, item_key, state, field_id, culture_id, ordinal, type_id, value, sort_key, visibility, signature)
        VALUES (@tenant, @item, @state, @field, @culture, @ordinal, @type, @value, @sort, @visibility, @signature)
        ON CONFLICT (tenant_id, item_key, state, field_id, culture_id, ordinal)
        DO UPDATE SET type_id = excluded.type_id, value = excluded.value, sort_key = excluded.sort_key,
            visibility = excluded.visibility, signature = excluded.signature
        """;

    /// <summary>Many rows in one round trip, as arrays.</summary>
    public const string UpsertArrays = """
        INSERT INTO field_index (tenant_id, item_key, state, field_id, culture_id, ordinal, type_id, value, sort_key, visibility, signature)
        SELECT @tenant, @item, r.state, r.field, r.culture, r.ordinal, r.type, r.value, r.sort, r.visibility, r.signature
        FROM unnest(@states, @fields, @cultures, @ordinals, @types, @values, @sorts, @visibilities, @signatures)
            AS r (state, field, culture, ordinal, type, value, sort, visibility, signature)
        ON CONFLICT (tenant_id, item_key, state, field_id, culture_id, ordinal)
        DO UPDATE SET type_id = excluded.type_id, value = excluded.value, sort_key = excluded.sort_key,
            visibility = excluded.visibility, signature = excluded.signature
        """;

    /// <summary>Deletes some rows of an item.</summary>
    public static string Delete(SqlDialect dialect) =>
        $"""
            DELETE FROM field_index
            WHERE tenant_id = @tenant AND item_key = @item
                AND {dialect.InRows("@rows", "state", "field_id", "culture_id", "ordinal")}
            """;

    /// <summary>The cultures that some items answer for: the rows of the items themselves (field 0) in a culture.</summary>
    public static string Answers(SqlDialect dialect) =>
        $"""
            SELECT item_key, state, culture_id FROM field_index
            WHERE tenant_id = @tenant AND {dialect.In("item_key", "@items")} AND state IN (0, 1, 2) AND field_id = 0 AND culture_id <> 0
            """;

    /// <summary>Deletes the rows of items in cultures: item, state and culture of each answer.</summary>
    public static string StopAnswering(SqlDialect dialect) =>
        $"""
            DELETE FROM field_index
            WHERE tenant_id = @tenant AND {dialect.In("item_key", "@items")}
                AND {dialect.InRows("@answers", "item_key", "state", "culture_id")}
            """;

    /// <summary>Copies the items' own rows into cultures: item, state and culture of each answer.</summary>
    public static string Answer(SqlDialect dialect) =>
        $"""
            INSERT INTO field_index
                (tenant_id, item_key, state, field_id, culture_id, ordinal, type_id, value, sort_key, visibility, signature)
            SELECT f.tenant_id, f.item_key, f.state, f.field_id, {SqlDialect.InRow(2)}, f.ordinal, f.type_id, f.value, f.sort_key,
                f.visibility, f.signature
            FROM {dialect.Rows("@answers")}
            JOIN field_index f ON f.item_key = {SqlDialect.InRow(0)} AND f.state = {SqlDialect.InRow(1)}
            WHERE f.tenant_id = @tenant AND {dialect.In("f.item_key", "@items")} AND f.culture_id = 0
            """;
}
