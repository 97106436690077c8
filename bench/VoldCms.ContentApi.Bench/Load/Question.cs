using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace VoldCms.ContentApi.Bench.Load;

/// <summary>
/// Something that an app asks, and the least that can be done to answer it: one prepared statement on plain tables, written as the same
/// JSON.
/// </summary>
/// <param name="Name">For the table.</param>
/// <param name="GraphQL">The document.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Write">Writes the answer from the statement's rows.</param>
internal sealed record Question(string Name, string GraphQL, string Sql, Action<SqliteDataReader, Utf8JsonWriter> Write)
{
    private const string PageFields = "contentItemId displayText path ingress priority";
    private const string PageColumns = "SELECT id, title, path, ingress, priority FROM page";

    public static Question[] All { get; } =
    [
        new(
            "list of 20 by culture, 5 fields",
            $$"""{ helpPage(culture: "nb", orderBy: { priority: ASC }, first: 20) { {{PageFields}} } }""",
            $"{PageColumns} WHERE culture = 'nb' ORDER BY priority LIMIT 20",
            (rows, json) => WriteList(rows, json, "helpPage")
        ),
        new(
            "plan with 45 measures",
            """{ plan(where: { contentItemId: "plan-3" }) { displayText measureByPlan(first: 100,"""
                + """ orderBy: { order: ASC }) { contentItemId displayText order state text } } }""",
            "SELECT plan.title, measure.id, measure.title, position, state, "
                + "text FROM plan JOIN measure ON measure.plan = plan.id WHERE plan.id = 'plan-3' ORDER BY position",
            WritePlan
        ),
        new(
            "item by id",
            $$"""{ contentItem(contentItemId: "page-7-nb") { contentItemId displayText ... on HelpPage { path ingress priority } } }""",
            $"{PageColumns} WHERE id = 'page-7-nb'",
            (rows, json) =>
            {
                rows.Read();
                json.WritePropertyName("contentItem");
                WritePage(rows, json);
            }
        ),
        new(
            "contains a word that 1 in 50 has",
            $$"""{ helpPage(culture: "nb", where: { ingress_contains: "{{SampleContent.RareWord}}" },"""
                + $$""" orderBy: { priority: ASC }, first: 20) { {{PageFields}} } }""",
            $"{PageColumns} WHERE culture = 'nb' AND ingress LIKE '%{SampleContent.RareWord}%' ORDER BY priority LIMIT 20",
            (rows, json) => WriteList(rows, json, "helpPage")
        ),
    ];

    public string Query => $"?query={Uri.EscapeDataString(GraphQL)}";

    private static void WriteList(SqliteDataReader rows, Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        while (rows.Read())
        {
            WritePage(rows, json);
        }

        json.WriteEndArray();
    }

    private static void WritePage(SqliteDataReader row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("contentItemId", row.GetString(0));
        json.WriteString("displayText", row.GetString(1));
        json.WriteString("path", row.GetString(2));
        json.WriteString("ingress", row.GetString(3));
        json.WriteNumber("priority", row.GetInt64(4));
        json.WriteEndObject();
    }

    private static void WritePlan(SqliteDataReader rows, Utf8JsonWriter json)
    {
        json.WriteStartArray("plan");
        json.WriteStartObject();
        for (var isFirst = true; rows.Read(); isFirst = false)
        {
            if (isFirst)
            {
                json.WriteString("displayText", rows.GetString(0));
                json.WriteStartArray("measureByPlan");
            }

            json.WriteStartObject();
            json.WriteString("contentItemId", rows.GetString(1));
            json.WriteString("displayText", rows.GetString(2));
            json.WriteNumber("order", rows.GetInt64(3));
            json.WriteString("state", rows.GetString(4));
            json.WriteString("text", rows.GetString(5));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
