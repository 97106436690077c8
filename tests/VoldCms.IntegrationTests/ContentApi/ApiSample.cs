using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>The contract's help pages (5.5), and plans with measures, parties and what is not for everybody.</summary>
internal static class ApiSample
{
    /// <summary>HelpPage, HelpCentre and Step alone, as the contract's schema has them.</summary>
    public const string HelpPages = """
        {
          "ContentTypes": [
            { "Name": "HelpPage", "DisplayName": "Hjelpeside", "Settings": { "ContentTypeSettings": { "Draftable": true,
              "Versionable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                  { "PartName": "AliasPart", "Name": "AliasPart" },
                { "PartName": "LocalizationPart", "Name": "LocalizationPart" }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart" },
                { "PartName": "BagPart", "Name": "Steps", "Settings": { "BagPartSettings": { "ContainedContentTypes": ["Step"] } } },
                { "PartName": "HelpPage", "Name": "HelpPage" }{MORE} ] },
            { "Name": "HelpCentre", "DisplayName": "Hjelpesenter",
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "ListPart", "Name": "ListPart",
                  "Settings": { "ListPartSettings": { "ContainedContentTypes": ["HelpPage"] } } } ] },
            { "Name": "Step", "DisplayName": "Steg", "ContentTypePartDefinitionRecords": [{ "PartName": "Step",
              "Name": "Step" }{MORE}] }{TYPES}
          ],
          "ContentParts": [
            { "Name": "HelpPage", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Ingress" }, { "FieldName": "MultiTextField", "Name": "Audience" },
                  { "FieldName": "DateField", "Name": "ReviewDate" },
                { "FieldName": "NumericField", "Name": "Priority" }, { "FieldName": "BooleanField", "Name": "Featured" },
                  { "FieldName": "LinkField", "Name": "Form" },
                { "FieldName": "TaxonomyField", "Name": "Topics" }, { "FieldName": "ContentPickerField", "Name": "Related" },
                  { "FieldName": "MediaField", "Name": "Illustration" }{FIELDS} ] },
            { "Name": "Step", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Text" }] }{PARTS}
          ]
        }
        """;

    public static string Contract { get; } = Fill("", "", "", "");

    /// <summary>With visibility, an internal note, plans, measures, parties and topics.</summary>
    public static string Definitions { get; } =
        Fill(
            """, { "PartName": "VisibilityPart", "Name": "VisibilityPart" }""",
            """
            ,{ "Name": "Plan", "DisplayName": "Plan", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart",
              "Name": "TitlePart" }, { "PartName": "VisibilityPart", "Name": "VisibilityPart" }] },
            { "Name": "Party", "DisplayName": "Part", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart",
              "Name": "TitlePart" }, { "PartName": "VisibilityPart", "Name": "VisibilityPart" }] },
            { "Name": "Measure", "DisplayName": "Tiltak", "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "VisibilityPart", "Name": "VisibilityPart" },
                  { "PartName": "Measure", "Name": "Measure" }] },
            { "Name": "Topics", "DisplayName": "Emner", "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart",
              "Name": "TitlePart" }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart" }] },
            { "Name": "Topic", "DisplayName": "Emne",
              "ContentTypePartDefinitionRecords": [{ "PartName": "TitlePart", "Name": "TitlePart" }] }
            """,
            """, { "FieldName": "TextField", "Name": "Note", "Settings": { "FieldVisibilitySettings": { "Level": "Internal" } } }""",
            """
            ,{ "Name": "VisibilityPart", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Level" }] },
            { "Name": "Measure", "ContentPartFieldDefinitionRecords": [
                { "FieldName": "NumericField", "Name": "Order" },
                { "FieldName": "ContentPickerField", "Name": "Plan", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Plan"] } } },
                { "FieldName": "ContentPickerField", "Name": "Parties", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Party"] } } },
                { "FieldName": "ContentPickerField", "Name": "Leads", "Settings": { "ContentPickerFieldSettings": {
                  "DisplayedContentTypes": ["Party"] } } }] }
            """
        );

    /// <summary>An item; <paramref name="parts"/> is JSON, the parts by name.</summary>
    public static ContentItem Item(string type, string id, string parts = "{}", string? level = null, int day = 1)
    {
        var content = (JsonObject)JsonNode.Parse(parts)!;
        if (level is not null)
        {
            content["VisibilityPart"] = new JsonObject { ["Level"] = new JsonObject { ["Text"] = level } };
        }

        return new()
        {
            ContentItemId = new(id),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = type,
            DisplayText = $"{type} {id}",
            CreatedUtc = new DateTimeOffset(2026, 1, day, 12, 0, 0, TimeSpan.Zero),
            ModifiedUtc = new DateTimeOffset(2026, 2, day, 12, 0, 0, TimeSpan.Zero),
            PublishedUtc = new DateTimeOffset(2026, 2, day, 12, 0, 0, TimeSpan.Zero),
            Content = content,
        };
    }

    public static ContentItem Page(string id, string fields = "{}", string? level = null, int day = 1, string parts = "{}")
    {
        var item = Item("HelpPage", id, parts, level, day);
        item.Content["HelpPage"] = JsonNode.Parse(fields);
        return item;
    }

    public static ContentItem Measure(string id, string plan, int order, string[] parties, string? level = null)
    {
        var item = Item("Measure", id, level: level);
        item.Content["Measure"] = new JsonObject
        {
            ["Order"] = new JsonObject { ["Value"] = order },
            ["Plan"] = Picker(plan),
            ["Parties"] = Picker(parties),
            ["Leads"] = Picker(parties.Take(1).ToArray()),
        };
        return item;
    }

    private static JsonObject Picker(params string[] ids) =>
        new() { ["ContentItemIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) };

    private static string Fill(string more, string types, string fields, string parts) =>
        HelpPages
            .Replace("{MORE}", more, StringComparison.Ordinal)
            .Replace("{TYPES}", types, StringComparison.Ordinal)
            .Replace("{FIELDS}", fields, StringComparison.Ordinal)
            .Replace("{PARTS}", parts, StringComparison.Ordinal);
}
