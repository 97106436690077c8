using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentApi.Bench.Load;

/// <summary>The items as one would keep them for these questions alone: a column a field, an index a question.</summary>
internal static class PlainTables
{
    public static void Seed(string connectionString, IEnumerable<ContentItem> items)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = wal");
        using var transaction = connection.BeginTransaction();
        Execute(
            connection,
            "CREATE TABLE page (id TEXT PRIMARY KEY, culture TEXT, title TEXT, path TEXT, ingress TEXT, priority INTEGER) WITHOUT ROWID"
        );
        Execute(connection, "CREATE TABLE plan (id TEXT PRIMARY KEY, title TEXT) WITHOUT ROWID");
        Execute(
            connection,
            "CREATE TABLE measure (id TEXT PRIMARY KEY, plan TEXT, title TEXT, position INTEGER, state TEXT, text TEXT) WITHOUT ROWID"
        );
        foreach (var item in items)
        {
            switch (item.ContentType)
            {
                case "HelpPage":
                    Execute(
                        connection,
                        "INSERT INTO page VALUES ($0, $1, $2, $3, $4, $5)",
                        item.ContentItemId.Value,
                        (string)item.FindPart("LocalizationPart")!["Culture"]!,
                        item.DisplayText!,
                        (string)item.FindPart("AutoroutePart")!["Path"]!,
                        Field(item, "Ingress")["Text"]!.GetValue<string>(),
                        Field(item, "Priority")["Value"]!.GetValue<int>()
                    );
                    break;
                case "Plan":
                    Execute(connection, "INSERT INTO plan VALUES ($0, $1)", item.ContentItemId.Value, item.DisplayText!);
                    break;
                default:
                    Execute(
                        connection,
                        "INSERT INTO measure VALUES ($0, $1, $2, $3, $4, $5)",
                        item.ContentItemId.Value,
                        (string)Field(item, "Plan")["ContentItemIds"]![0]!,
                        item.DisplayText!,
                        Field(item, "Order")["Value"]!.GetValue<int>(),
                        Field(item, "State")["Text"]!.GetValue<string>(),
                        Field(item, "Text")["Text"]!.GetValue<string>()
                    );
                    break;
            }
        }

        Execute(connection, "CREATE INDEX page_order ON page (culture, priority)");
        Execute(connection, "CREATE INDEX measure_plan ON measure (plan, position)");
        transaction.Commit();
    }

    private static JsonObject Field(ContentItem item, string name) => item.FindField(item.ContentType, name)!;

    private static void Execute(SqliteConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"${index}", values[index]);
        }

        command.ExecuteNonQuery();
    }
}
