using System.Data.Common;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Sql;

/// <summary>Reads rows whose columns begin with <see cref="VersionSql.Columns"/>.</summary>
internal static class VersionReader
{
    private const int ItemKeyColumn = 1;
    private const int DocumentColumn = 16;

    public static long ReadItemKey(DbDataReader row) => row.GetInt64(ItemKeyColumn);

    public static StoredVersion ReadVersion(DbDataReader row) => new()
    {
        Key = row.GetInt64(0),
        Item = ReadItem(row, withDocument: true),
        WrittenBy = (PrincipalKind)row.GetInt32(13),
        PublicFromUtc = ReadInstant(row, 14),
        PublicToUtc = ReadInstant(row, 15),
    };

    public static ContentItem ReadItem(DbDataReader row, bool withDocument) => new()
    {
        ContentItemId = new(row.GetString(2)),
        ContentItemVersionId = new(row.GetString(3)),
        ContentType = row.GetString(4),
        DisplayText = row.IsDBNull(5) ? null : row.GetString(5),
        Latest = row.GetBoolean(6),
        Published = row.GetBoolean(7),
        CreatedUtc = ReadInstant(row, 8),
        ModifiedUtc = ReadInstant(row, 9),
        PublishedUtc = ReadInstant(row, 10),
        Owner = row.GetString(11),
        Author = row.GetString(12),
        // As bytes: both databases hold UTF-8, and the parser wants nothing else.
        Content = withDocument ? (JsonObject)JsonNode.Parse(row.GetFieldValue<byte[]>(DocumentColumn))! : [],
    };

    private static DateTimeOffset? ReadInstant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero);
}
