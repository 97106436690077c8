using System.Text.Json;
using VoldCms.Testing;

namespace VoldCms.UnitTests.Seeds;

/// <summary>
/// What is read out of a document beside its measures stands in the document: documents, meetings, programmes, entries of the
/// wheel, milestones, figures, and the phrases that say when something comes again.
/// </summary>
public sealed class PrintedWordsTests
{
    private static readonly (string Type, string[] Fields)[] s_printed =
    [
        ("AnnualWheelEntry", ["SeasonText", "Text"]),
        ("RelatedDocument", ["Text", "DateText", "ReviewText"]),
        ("Forum", ["Text", "Participants", "RecurrenceText"]),
        ("Programme", ["Text", "AudienceText", "GradesText", "OtherNames"]),
        ("Measure", ["RecurrenceText", "TargetText", "CoverageText", "FundingOutcomeText", "FundingSource"]),
        ("Goal", ["TargetText"]),
        ("Milestone", ["Text"]),
        ("PlanReference", ["Name", "WrittenBy", "Year"]),
    ];

    private static readonly string[] s_titled = ["AnnualWheelEntry", "RelatedDocument", "Forum", "Programme"];

    public static TheoryData<string, string, string> Documents =>
        new()
        {
            { "recipes/porsgrunn-tiltaksplan.recipe.json", "000", "porsgrunn-tiltaksplan" },
            { "recipes/stavanger-trygg-fri-fra-vold.recipe.json", "001", "stavanger" },
            { "recipes/tonsberg-temaplan.recipe.json", "002", "tonsberg" },
            { "recipes/mosseregionen-handlingsplan.recipe.json", "003", "mosseregionen" },
            { "recipes/porsgrunn-forebyggende-plan.recipe.json", "004", "porsgrunn-forebyggende" },
        };

    [Theory, MemberData(nameof(Documents))]
    public void Words_that_are_given_as_printed_are_printed(string recipe, string number, string table)
    {
        // A table's cells are cut into each other in the text, and whole in the table.
        var printed = Letters(string.Concat(PrintedDocuments.Read(number)) + string.Concat(TextsIn(PrintedTables.Read(table))));
        var given =
            from type in s_printed
            from item in Seed.Items(recipe, type.Type).Concat(Contained(recipe, type.Type))
            from words in type.Fields.Select(field => item.Text(field)).Append(s_titled.Contains(type.Type) ? item.Title() : "")
            from line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            select line;

        Assert.NotEmpty(given);
        Assert.All(given, words => Assert.Contains(Letters(words), printed, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Documents))]
    public void A_phrase_that_is_read_has_its_reading(string recipe, string number, string table)
    {
        Assert.NotEqual(number, table);
        Assert.All(
            Seed.Items(recipe, "Measure"),
            measure =>
                Assert.Equal(measure.Text("RecurrenceText") != "", measure.Text("Recurrence") is { Length: > 0 } reading and not "none")
        );
    }

    private static IEnumerable<JsonElement> Contained(string recipe, string type) =>
        type switch
        {
            "Milestone" => Seed.Items(recipe, "Measure").SelectMany(measure => measure.Bag("Milestones")),
            "PlanReference" => Seed.Items(recipe, "Plan").SelectMany(plan => plan.Bag("Citations")),
            _ => [],
        };

    private static IEnumerable<string> TextsIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [$"{element.GetString()}\n"],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
            _ => [],
        };

    private static string Letters(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
