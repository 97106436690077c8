using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;

namespace VoldCms.Data.Sql;

/// <summary>Text as the bytes that the database holds.</summary>
internal static class RowBytes
{
    /// <summary>A text in UTF-8; from SQLite its own bytes, which are there until the next row is read.</summary>
    public static ReadOnlySpan<byte> GetUtf8(this DbDataReader row, int column) =>
        row is SqliteDataReader { Handle: { } statement }
            ? SQLitePCL.raw.sqlite3_column_blob(statement, column)
            : row.GetFieldValue<byte[]>(column);

    /// <summary>A text that is there; from SQLite with half the calls of its own reader.</summary>
    public static string GetText(this DbDataReader row, int column) =>
        row is SqliteDataReader ? Encoding.UTF8.GetString(row.GetUtf8(column)) : row.GetString(column);
}
