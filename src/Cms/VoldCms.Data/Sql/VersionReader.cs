using System.Data.Common;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Sql;

/// <summary>Reads rows whose columns begin with those of <see cref="VersionSql"/>.</summary>
internal static class VersionReader
{
    private const int KeyColumn = 11;
    private const int DocumentColumn = 12;
    private const int ItemKeyColumn = 13;

    /// <summary>The item's number, of a row with <see cref="VersionSql.Columns"/>.</summary>
    public static long ReadItemKey(DbDataReader row) => row.GetInt64(ItemKeyColumn);

    /// <summary>A version, of a row with <see cref="VersionSql.Columns"/>.</summary>
    public static StoredVersion ReadVersion(DbDataReader row) =>
        new()
        {
            Key = ReadKey(row),
            Item = ReadItem(row),
            WrittenBy = (PrincipalKind)row.GetInt32(14),
            PublicFromUtc = ReadInstant(row, 15),
            PublicToUtc = ReadInstant(row, 16),
        };

    /// <summary>An item that is the caller's alone, of a row with <see cref="VersionSql.Item"/>.</summary>
    public static ContentItem ReadItem(DbDataReader row) => ReadEnvelope(row) with { Content = JsonTree.Parse(ReadDocument(row)) };

    /// <summary>An item without its document, of a row with <see cref="VersionSql.Envelope"/>.</summary>
    public static ContentItem ReadEnvelope(DbDataReader row) =>
        new()
        {
            ContentItemId = new(row.GetText(0)),
            ContentItemVersionId = new(row.GetText(1)),
            ContentType = row.GetText(2),
            DisplayText = row.IsDBNull(3) ? null : row.GetText(3),
            Latest = row.GetBoolean(4),
            Published = row.GetBoolean(5),
            CreatedUtc = ReadInstant(row, 6),
            ModifiedUtc = ReadInstant(row, 7),
            PublishedUtc = ReadInstant(row, 8),
            Owner = row.GetText(9),
            Author = row.GetText(10),
        };

    /// <summary>The version's number, of a row with <see cref="VersionSql.Item"/>.</summary>
    public static long ReadKey(DbDataReader row) => row.GetInt64(KeyColumn);

    /// <summary>The document as it is stored, of a row with <see cref="VersionSql.Item"/>; there until the next row is read.</summary>
    public static ReadOnlySpan<byte> ReadDocument(DbDataReader row) => row.GetUtf8(DocumentColumn);

    private static DateTimeOffset? ReadInstant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero);
}
