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

    public const string Delete = """
        DELETE FROM field_index
        WHERE tenant_id = @tenant AND item_key = @item AND state = @state
            AND field_id = @field AND culture_id = @culture AND ordinal = @ordinal
        """;

    /// <summary>The cultures that an item answers for: the rows of the item itself (field 0) in a culture.</summary>
    public const string Answers = """
        SELECT state, culture_id FROM field_index
        WHERE tenant_id = @tenant AND item_key = @item AND state IN (0, 1, 2) AND field_id = 0 AND culture_id <> 0
        """;

    public const string StopAnswering =
        "DELETE FROM field_index WHERE tenant_id = @tenant AND item_key = @item AND state = @state AND culture_id = @culture";

    /// <summary>Copies the item's own rows into a culture.</summary>
    public const string Answer = """
        INSERT INTO field_index (tenant_id, item_key, state, field_id, culture_id, ordinal, type_id, value, sort_key, visibility, signature)
        SELECT tenant_id, item_key, state, field_id, @culture, ordinal, type_id, value, sort_key, visibility, signature FROM field_index
        WHERE tenant_id = @tenant AND item_key = @item AND state = @state AND culture_id = 0
        """;
}
