using System.Text.Json;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Plans;

/// <summary>A row of a document's table of measures: its cells by name, and other readings that the table accepts.</summary>
/// <param name="Cells">The cells in print; empty ones are left out.</param>
/// <param name="Alternatives">Cells that may stand in place of those of the same name, all together; an empty text for a cell that is not
/// there.</param>
internal sealed record PrintedMeasure(IReadOnlyList<(string Name, string Words)> Cells, IReadOnlyDictionary<string, string> Alternatives)
{
    /// <summary>The row in each of its accepted readings.</summary>
    public IEnumerable<IReadOnlyList<(string Name, string Words)>> Readings =>
        Alternatives.Count == 0
            ? [Cells]
            :
            [
                Cells,
                [
                    .. Cells
                        .Select(cell => (cell.Name, Words: Alternatives.GetValueOrDefault(cell.Name, cell.Words)))
                        .Where(cell => cell.Words.Length > 0),
                ],
            ];
}

/// <summary>The tables of the five documents, which lie beside the repository.</summary>
internal static class DocumentTables
{
    // The names that the tables give the columns of a measure. Parties, levels and codes are readings of these, not print.
    private static readonly string[] s_columns =
    [
        "number",
        "targetGroup",
        "goal",
        "text",
        "howWhen",
        "theme",
        "responsibleText",
        "responsible",
        "level",
        "deadline",
        "status",
        "seeAlso",
        "contact",
        "links",
    ];

    /// <summary>
    /// The measures of a document in print order; the calling test is skipped, by name, where the tables are not at hand.
    /// </summary>
    public static IReadOnlyList<PrintedMeasure> Measures(string document) =>
        [
            .. PrintedTables
                .Read(document)
                .GetProperty("sections")
                .EnumerateArray()
                .SelectMany(section => section.GetProperty("measures").EnumerateArray())
                .Select(ReadRow),
        ];

    private static PrintedMeasure ReadRow(JsonElement row)
    {
        var cells = s_columns
            .Where(column => row.TryGetProperty(column, out _))
            .Where(column => column != "responsible" || !row.TryGetProperty("responsibleText", out _))
            .SelectMany(column => Words(row.GetProperty(column), isOneCell: column != "links").Select(words => (column, words)))
            .ToList();
        var alternatives = row.TryGetProperty("alternative", out var other)
            ? other
                .EnumerateObject()
                .Where(cell => s_columns.Contains(cell.Name))
                .ToDictionary(cell => cell.Name, cell => cell.Value.GetString() ?? "")
            : [];
        return new(cells, alternatives);
    }

    private static IEnumerable<string> Words(JsonElement cell, bool isOneCell) =>
        cell.ValueKind switch
        {
            JsonValueKind.String => [cell.GetString()!],
            JsonValueKind.Object => [cell.GetProperty("text").GetString()!],
            JsonValueKind.Array when cell.GetArrayLength() == 0 => [],
            JsonValueKind.Array when isOneCell => [string.Join(' ', cell.EnumerateArray().Select(entry => entry.GetString()))],
            JsonValueKind.Array => cell.EnumerateArray().Select(entry => entry.GetString()!),
            _ => [],
        };
}
