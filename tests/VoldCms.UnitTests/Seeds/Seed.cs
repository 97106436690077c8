using System.Text.Json;

namespace VoldCms.UnitTests.Seeds;

/// <summary>Short words for reading tables and items in the comparisons below; a missing or null value is the empty text.</summary>
internal static class Seed
{
    /// <summary>A recipe's items of one type, in the order they stand.</summary>
    public static IReadOnlyList<JsonElement> Items(string recipe, string type) =>
        [
            .. RepositoryFiles
                .ReadRecipe(recipe)
                .GetProperty("steps")
                .EnumerateArray()
                .Where(step => Tenant.NameOf(step) == "content")
                .SelectMany(step => step.GetProperty("data").EnumerateArray())
                .Where(item => item.GetProperty("ContentType").GetString() == type),
        ];

    public static string Id(this JsonElement item) => item.GetProperty("ContentItemId").GetString()!;

    public static string Title(this JsonElement item) => item.GetProperty("DisplayText").GetString()!;

    public static string Culture(this JsonElement item) => item.GetProperty("LocalizationPart").GetProperty("Culture").GetString()!;

    public static string LocalizationSet(this JsonElement item) =>
        item.GetProperty("LocalizationPart").GetProperty("LocalizationSet").GetString()!;

    /// <summary>The path without its culture.</summary>
    public static string Address(this JsonElement item)
    {
        var path = item.GetProperty("AutoroutePart").GetProperty("Path").GetString()!;
        return path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The text of a field of the part that bears the type's own name.</summary>
    public static string Text(this JsonElement item, string field) =>
        item.Field(field, "Text") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>A choice of yes, no or nothing said.</summary>
    public static string Choice(this JsonElement row, string name) =>
        !row.TryGetProperty(name, out var cell)
            ? ""
            : cell.ValueKind switch
            {
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                _ => "",
            };

    public static bool IsOn(this JsonElement item, string field) => item.Field(field, "Value") is { ValueKind: JsonValueKind.True };

    public static string Url(this JsonElement item, string field) =>
        item.Field(field, "Url") is { ValueKind: JsonValueKind.String } url ? url.GetString()! : "";

    /// <summary>The values of a field of many, one a line.</summary>
    public static string Many(this JsonElement item, string field) =>
        item.Field(field, "Values") is { } values ? string.Join("\n", values.EnumerateArray().Select(value => value.GetString())) : "";

    public static IReadOnlyList<string> Terms(this JsonElement item, string field) =>
        item.Field(field, "TermContentItemIds") is { } ids ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [];

    public static IReadOnlyList<string> PickedIds(this JsonElement item, string field) =>
        item.Field(field, "ContentItemIds") is { } ids ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [];

    /// <summary>One row as text, a cell a line, so that a comparison that fails shows which cell differs.</summary>
    public static string Row(params IEnumerable<(string Name, string Value)> cells) =>
        string.Join("\n", cells.Select(cell => $"{cell.Name}: {cell.Value}"));

    public static string Number(this JsonElement item, string field) =>
        item.Field(field, "Value") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "";

    /// <summary>The date as year-month-day, or the empty text.</summary>
    public static string Date(this JsonElement item, string field) =>
        item.Field(field, "Value") is { ValueKind: JsonValueKind.String } date ? date.GetString()![..10] : "";

    /// <summary>The items that a picker field names, joined by their titles.</summary>
    public static string Picked(this JsonElement item, string field, IEnumerable<JsonElement> among)
    {
        var titles = among.ToDictionary(Id, Title);
        return item.Field(field, "ContentItemIds") is { } ids
            ? string.Join("\n", ids.EnumerateArray().Select(id => titles[id.GetString()!]))
            : "";
    }

    public static IEnumerable<JsonElement> Bag(this JsonElement item, string bag) =>
        item.TryGetProperty(bag, out var part) ? part.GetProperty("ContentItems").EnumerateArray() : [];

    /// <summary>A table's cell.</summary>
    public static string Cell(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var cell) && cell.ValueKind is JsonValueKind.String or JsonValueKind.Number ? cell.ToString() : "";

    /// <summary>A table's object, one member a line: name, colon, text.</summary>
    public static string Members(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var cell) && cell.ValueKind == JsonValueKind.Object
            ? string.Join("\n", cell.EnumerateObject().Select(member => $"{member.Name}: {member.Value}"))
            : "";

    /// <summary>Whether the table remarks on the row: a note, a doubt, or a misprint kept.</summary>
    public static bool IsRemarkedOn(this JsonElement row) =>
        row.TryGetProperty("note", out _) || row.TryGetProperty("ambiguous", out _) || row.TryGetProperty("sic", out _);

    /// <summary>A table's list, one entry a line.</summary>
    public static string Lines(this JsonElement row, string name) =>
        row.TryGetProperty(name, out var cell) && cell.ValueKind == JsonValueKind.Array
            ? string.Join("\n", cell.EnumerateArray().Select(entry => entry.GetString()))
            : "";

    public static IEnumerable<JsonElement> Rows(this JsonElement table, string name) =>
        table.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray() : [];

    private static JsonElement? Field(this JsonElement item, string field, string property) =>
        item.TryGetProperty(item.GetProperty("ContentType").GetString()!, out var part)
        && part.TryGetProperty(field, out var value)
        && value.TryGetProperty(property, out var stored)
            ? stored
            : null;
}
