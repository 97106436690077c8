using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentApi.Bench;

/// <summary>Help pages in two languages, and plans of 45 measures, about as many of each; the same in every run.</summary>
internal static class SampleContent
{
    public const int MeasuresOfAPlan = 45;

    /// <summary>One page in fifty has it.</summary>
    public const string RareWord = "fosterhjem";

    public const string Settings = """{ "LocalizationSettings": { "DefaultCulture": "nb", "SupportedCultures": ["nb", "nn"] } }""";

    public const string Definitions = """
        {
          "ContentTypes": [
            { "Name": "HelpPage", "DisplayName": "Hjelpeside", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "LocalizationPart", "Name": "LocalizationPart" }, { "PartName": "HelpPage", "Name": "HelpPage" }] },
            { "Name": "Plan", "DisplayName": "Plan", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart",
              "Name": "TitlePart" }] },
            { "Name": "Measure", "DisplayName": "Tiltak", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "Measure", "Name": "Measure" }] }
          ],
          "ContentParts": [
            { "Name": "HelpPage", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Ingress" }, { "FieldName": "NumericField", "Name": "Priority" },
                  { "FieldName": "HtmlField", "Name": "Body" }] },
            { "Name": "Measure", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "NumericField", "Name": "Order" }, { "FieldName": "TextField", "Name": "State" },
                  { "FieldName": "TextField", "Name": "Text" },
                { "FieldName": "ContentPickerField", "Name": "Plan", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Plan"] } } }] }
          ]
        }
        """;

    private static readonly string[] s_words =
    [
        "vold",
        "trygg",
        "hjelp",
        "barn",
        "skole",
        "samtale",
        "krisesenter",
        "politi",
        "varsling",
        "oppfølging",
        "nettverk",
        "ungdom",
        "møte",
        "støtte",
        "råd",
        "plan",
    ];

    /// <summary>About that many items, in the order that they are made in.</summary>
    public static IEnumerable<ContentItem> Items(int count)
    {
        var plans = count / 100;
        var sets = (count - (plans * (MeasuresOfAPlan + 1))) / 2;
        return Enumerable
            .Range(0, plans)
            .SelectMany(plan => Enumerable.Range(0, MeasuresOfAPlan).Select(order => Measure(plan, order)).Prepend(Plan(plan)))
            .Concat(Enumerable.Range(0, sets).SelectMany(set => new[] { Page(set, "nb"), Page(set, "nn") }));
    }

    public static string PageId(int set, string culture) => $"page-{set}-{culture}";

    public static ContentItem Page(int set, string culture, string? ingress = null)
    {
        var random = new Random(set);
        var words = Words(random, 20) + (set % 50 == 0 ? $" {RareWord}" : "");
        return Item(
            PageId(set, culture),
            "HelpPage",
            $"Side {set} {culture}",
            new()
            {
                ["AutoroutePart"] = new JsonObject { ["Path"] = $"{culture}/hjelp/side-{set}" },
                ["LocalizationPart"] = new JsonObject { ["Culture"] = culture, ["LocalizationSet"] = $"set-{set}" },
                ["HelpPage"] = new JsonObject
                {
                    ["Ingress"] = Text(ingress ?? words),
                    ["Priority"] = new JsonObject { ["Value"] = set },
                    ["Body"] = new JsonObject { ["Html"] = $"<p>{Words(random, 200)}</p>" },
                },
            }
        );
    }

    private static ContentItem Plan(int number) => Item($"plan-{number}", "Plan", $"Handlingsplan {number}", []);

    private static ContentItem Measure(int plan, int order) =>
        Item(
            $"measure-{plan}-{order}",
            "Measure",
            $"Tiltak {order} i plan {plan}",
            new()
            {
                ["Measure"] = new JsonObject
                {
                    ["Order"] = new JsonObject { ["Value"] = order },
                    ["State"] = Text(order % 3 == 0 ? "done" : "ongoing"),
                    ["Text"] = Text(Words(new Random((plan * MeasuresOfAPlan) + order), 40)),
                    ["Plan"] = new JsonObject { ["ContentItemIds"] = new JsonArray($"plan-{plan}") },
                },
            }
        );

    private static ContentItem Item(string id, string type, string title, JsonObject content)
    {
        content["TitlePart"] = new JsonObject { ["Title"] = title };
        return new()
        {
            ContentItemId = new(id),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = type,
            DisplayText = title,
            CreatedUtc = DateTimeOffset.UnixEpoch,
            ModifiedUtc = DateTimeOffset.UnixEpoch,
            PublishedUtc = DateTimeOffset.UnixEpoch,
            Content = content,
        };
    }

    private static JsonObject Text(string text) => new() { ["Text"] = text };

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => s_words[random.Next(s_words.Length)]));
}
