namespace VoldCms.Data.Sql;

/// <summary>Statements about versions. The order of columns is <see cref="VersionReader"/>'s.</summary>
internal static class VersionSql
{
    /// <summary>What an item without its document is read from, of a version called <c>v</c>.</summary>
    public const string Envelope =
        "v.content_item_id, v.version_id, v.content_type, v.display_text, v.latest, "
        + "v.published, v.created_utc, v.modified_utc, v.published_utc, v.owner, v.author";

    /// <summary>What an item is read from.</summary>
    public const string Item = $"{Envelope}, v.key, v.document";

    /// <summary>Everything.</summary>
    public const string Columns = $"{Item}, v.item_key, v.written_by, v.public_from_utc, v.public_to_utc";

    public const string LoadLive = $"""
        SELECT {Columns} FROM content_versions v WHERE v.tenant_id = @tenant AND v.item_id_folded = @item AND v.latest
        UNION ALL
        SELECT {Columns} FROM content_versions v WHERE v.tenant_id = @tenant AND v.item_id_folded = @item AND v.published AND NOT v.latest
        """;

    public const string LoadLiveByKey = $"""
        SELECT {Columns} FROM content_versions v WHERE v.tenant_id = @tenant AND v.item_key = @item AND v.latest
        UNION ALL
        SELECT {Columns} FROM content_versions v WHERE v.tenant_id = @tenant AND v.item_key = @item AND v.published AND NOT v.latest
        """;

    /// <summary>The number of an item that has no live version.</summary>
    public const string FindItemKey = "SELECT item_key FROM content_versions WHERE tenant_id = @tenant AND item_id_folded = @item LIMIT 1";

    public const string FindVersion = $"""
        SELECT {Columns} FROM content_versions v
        WHERE v.tenant_id = @tenant AND v.item_id_folded = @item AND v.version_id_folded = @version
        """;

    public const string Insert = """
        INSERT INTO content_versions (
            tenant_id, key, item_key, content_item_id, item_id_folded, version_id, version_id_folded, content_type, type_id, display_text,
            latest, published, created_utc, modified_utc, published_utc, owner, author, culture, localization_set, visibility,
            written_by, public_from_utc, public_to_utc, document)
        VALUES (
            @tenant, @key, @itemKey, @item, @itemFolded, @version, @versionFolded, @type, @typeId, @display,
            @latest, @published, @created, @modified, @publishedAt, @owner, @author, @culture, @localizationSet, @visibility,
            @writtenBy, @publicFrom, @publicTo, @document)
        """;

    /// <summary>Rewrites a row, if its flags are still those that were loaded.</summary>
    public const string Update = """
        UPDATE content_versions SET
            version_id = @version, version_id_folded = @versionFolded, content_type = @type, type_id = @typeId, display_text = @display,
            latest = @latest, published = @published, created_utc = @created, modified_utc = @modified, published_utc = @publishedAt,
            owner = @owner, author = @author, culture = @culture, localization_set = @localizationSet, visibility = @visibility,
            written_by = @writtenBy, public_from_utc = @publicFrom, public_to_utc = @publicTo, document = @document
        WHERE tenant_id = @tenant AND key = @key AND item_key = @itemKey AND latest = @wasLatest AND published = @wasPublished
        """;

    /// <summary>Takes flags away, if they are still those that were loaded.</summary>
    public const string TakeFlags = """
        UPDATE content_versions SET latest = @latest, published = @published, public_to_utc = COALESCE(@publicTo, public_to_utc)
        WHERE tenant_id = @tenant AND key = @key AND latest = @wasLatest AND published = @wasPublished
        """;

    public const string FindLocalization = """
        SELECT content_item_id FROM content_versions
        WHERE tenant_id = @tenant AND localization_set = @localizationSet AND culture = @culture AND (latest OR published)
        ORDER BY item_key LIMIT 1
        """;

    /// <summary>The other live items of a localization set.</summary>
    public const string SetMembers = """
        SELECT item_key, culture, content_type, latest, published FROM content_versions
        WHERE tenant_id = @tenant AND localization_set = @localizationSet AND culture IS NOT NULL AND (latest OR published)
            AND item_key <> @item
        """;

    // Both states are named, for the key begins with tenant and state: without them every path of the tenant is looked through.
    public const string FindPathOwner =
        "SELECT content_item_id FROM paths WHERE tenant_id = @tenant AND state IN (0, 1) AND path = @path ORDER BY state LIMIT 1";

    public const string ItemPaths = "SELECT state, path FROM paths WHERE tenant_id = @tenant AND item_key = @item";

    public const string DeletePath = "DELETE FROM paths WHERE tenant_id = @tenant AND state = @state AND path = @path";

    public const string InsertPath =
        "INSERT INTO paths (tenant_id, state, path, item_key, content_item_id) VALUES (@tenant, @state, @path, @item, @id)";

    /// <summary>Remembers an address that an item leaves; the last to leave it is who it leads to.</summary>
    public const string InsertFormerPath = """
        INSERT INTO former_paths (tenant_id, path, content_item_id) VALUES (@tenant, @path, @id)
        ON CONFLICT (tenant_id, path) DO UPDATE SET content_item_id = excluded.content_item_id
        """;

    public const string DeleteFormerPath = "DELETE FROM former_paths WHERE tenant_id = @tenant AND path = @path";

    public static string FindFormerPaths(SqlDialect dialect) =>
        $"SELECT path, content_item_id FROM former_paths WHERE tenant_id = @tenant AND {dialect.In("path", "@paths")}";

    /// <summary>A live item of one of the types that has the value at the path.</summary>
    public static string FindByValue(SqlDialect dialect) =>
        $"""
            SELECT v.content_item_id FROM field_index f
            JOIN content_versions v ON v.tenant_id = f.tenant_id AND v.item_key = f.item_key AND (v.latest OR v.published)
            WHERE f.tenant_id = @tenant AND f.state IN (0, 1) AND {dialect.In("f.type_id", "@types")} AND f.field_id = @field
                AND f.culture_id = 0 AND f.value = @value AND v.item_id_folded <> @except
            ORDER BY f.item_key LIMIT 1
            """;

    /// <summary>Those of some items that are live.</summary>
    public static string KnownItems(SqlDialect dialect) =>
        $"""
            SELECT item_id_folded FROM content_versions WHERE tenant_id = @tenant AND {dialect.In("item_id_folded", "@ids")} AND latest
            UNION
            SELECT item_id_folded FROM content_versions WHERE tenant_id = @tenant AND {dialect.In("item_id_folded", "@ids")} AND published
            """;

    /// <summary>Those of some localization sets that have a live item.</summary>
    public static string KnownLocalizationSets(SqlDialect dialect) =>
        $"""
            SELECT DISTINCT localization_set FROM content_versions
            WHERE tenant_id = @tenant AND {dialect.In("localization_set", "@ids")} AND culture IS NOT NULL AND (latest OR published)
            """;

    /// <summary>All live items whose type once was one of these, a batch at a time.</summary>
    public static string ItemsOfTypes(SqlDialect dialect) =>
        $"""
            SELECT DISTINCT item_key FROM field_index
            WHERE tenant_id = @tenant AND state IN (0, 1) AND {dialect.In("type_id", "@types")} AND field_id = 0 AND culture_id = 0
                AND item_key > @after
            ORDER BY item_key LIMIT @take
            """;

    public const string LiveTypes =
        "SELECT DISTINCT content_type FROM content_versions WHERE tenant_id = @tenant AND (latest OR published)";
}
