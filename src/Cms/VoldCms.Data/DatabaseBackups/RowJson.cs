using System.Data.Common;
using System.Text.Json;
using VoldCms.Data.Databases;

namespace VoldCms.Data.DatabaseBackups;

/// <summary>Rows as lines of JSON: a list of the columns' values, bytes as base 64.</summary>
internal static class RowJson
{
    public static void Write(Utf8JsonWriter writer, DbDataReader row, IReadOnlyList<BackupColumn> columns)
    {
        writer.WriteStartArray();
        for (var index = 0; index < columns.Count; index++)
        {
            if (row.IsDBNull(index))
            {
                writer.WriteNullValue();
            }
            else if (columns[index].Type == typeof(string))
            {
                writer.WriteStringValue(row.GetString(index));
            }
            else if (columns[index].Type == typeof(bool))
            {
                writer.WriteBooleanValue(row.GetBoolean(index));
            }
            else if (columns[index].Type == typeof(byte[]))
            {
                writer.WriteBase64StringValue((byte[])row.GetValue(index));
            }
            else
            {
                writer.WriteNumberValue(row.GetInt64(index));
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The values of a line as a statement's arguments, <c>c0</c>, <c>c1</c> and so on.</summary>
    /// <exception cref="InvalidDataException">The line is no row of these columns.</exception>
    public static SqlArgument[] Read(string line, IReadOnlyList<BackupColumn> columns, string where)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetArrayLength() != columns.Count)
            {
                throw new InvalidDataException($"{where} has {json.RootElement.GetArrayLength()} values; expected {columns.Count}.");
            }

            return [.. columns.Select((column, index) => new SqlArgument($"c{index}", Value(json.RootElement[index], column)))];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{where} cannot be read: {broken.Message}", broken);
        }
    }

    private static object? Value(JsonElement value, BackupColumn column) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            _ when column.IsJson => new JsonParameter(value.GetString() ?? throw new FormatException("a JSON column holds no text")),
            _ when column.Type == typeof(string) => value.GetString(),
            _ when column.Type == typeof(bool) => value.GetBoolean(),
            _ when column.Type == typeof(byte[]) => value.GetBytesFromBase64(),
            _ when column.Type == typeof(int) => value.GetInt32(),
            _ => value.GetInt64(),
        };
}
