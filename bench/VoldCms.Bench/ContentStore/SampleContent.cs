using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Bench.ContentStore;

/// <summary>Items like a plan's measures: about 1 kB of JSON, a dozen indexed paths.</summary>
internal static class SampleContent
{
    public const string Type = "Measure";

    /// <summary>A word that one item in ten thousand has.</summary>
    public const string RareWord = "sjelden";

    public const string Definitions = """
        {
          "ContentTypes": [{
            "Name": "Measure", "DisplayName": "Tiltak",
            "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart" },
              { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
              { "PartName": "Measure", "Name": "Measure" }
            ]
          }],
          "ContentParts": [{
            "Name": "Measure",
            "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Description" },
              { "FieldName": "TextField", "Name": "Status" },
              { "FieldName": "NumericField", "Name": "Order" },
              { "FieldName": "DateField", "Name": "Deadline" },
              { "FieldName": "ContentPickerField", "Name": "Responsible" },
              { "FieldName": "BooleanField", "Name": "Recurring" }
            ]
          }]
        }
        """;

    private static readonly string[] s_words =
    [
        "barn",
        "unge",
        "vold",
        "nære",
        "relasjoner",
        "kommune",
        "tiltak",
        "opplæring",
        "samarbeid",
        "krisesenter",
        "øving",
        "årlig",
    ];

    public static string Id(int number) => $"4bench{number:D20}";

    public static ContentItem Item(int number)
    {
        // Seeds that follow each other give numbers that do too: spread them.
        var random = new Random((int)(number * 2_654_435_761L % int.MaxValue));
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(_ => s_words[random.Next(s_words.Length)]));
        var title = $"{s_words[random.Next(s_words.Length)]} {s_words[random.Next(s_words.Length)]} {number}";
        return new()
        {
            ContentItemId = new(Id(number)),
            ContentItemVersionId = new($"4versn{number:D20}"),
            ContentType = Type,
            DisplayText = title,
            Latest = true,
            Published = true,
            CreatedUtc = DateTimeOffset.UnixEpoch.AddDays(number % 20_000),
            ModifiedUtc = DateTimeOffset.UnixEpoch.AddMinutes(random.Next()),
            PublishedUtc = DateTimeOffset.UnixEpoch.AddMinutes(random.Next()),
            Author = "oppskrift",
            Content = new JsonObject
            {
                ["TitlePart"] = new JsonObject { ["Title"] = title },
                ["AutoroutePart"] = new JsonObject { ["Path"] = $"tiltak/{number}" },
                ["Measure"] = new JsonObject
                {
                    ["Description"] = new JsonObject { ["Text"] = number % 10_000 == 17 ? $"{words} {RareWord}" : words },
                    ["Status"] = new JsonObject { ["Text"] = $"status-{random.Next(10)}" },
                    ["Order"] = new JsonObject { ["Value"] = random.Next(1_000_000) },
                    ["Deadline"] = new JsonObject { ["Value"] = "2027-06-30T00:00:00Z" },
                    ["Responsible"] = new JsonObject { ["ContentItemIds"] = new JsonArray($"party{random.Next(20)}") },
                    ["Recurring"] = new JsonObject { ["Value"] = random.Next(2) == 0 },
                },
            },
        };
    }
}
