using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.IntegrationTests.Data;

/// <summary>A content model with a path of every kind, and items of it.</summary>
internal static class Sample
{
    public const string Definitions = """
        {
          "ContentTypes": [
            {
              "Name": "Article", "DisplayName": "Article",
              "Settings": { "ContentTypeSettings": { "Versionable": true, "Draftable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "VisibilityPart", "Name": "VisibilityPart" },
                { "PartName": "Article", "Name": "Article" }
              ]
            },
            {
              "Name": "Note", "DisplayName": "Note",
              "Settings": { "ContentTypeSettings": { "Securable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" },
                { "PartName": "VisibilityPart", "Name": "VisibilityPart" }
              ]
            },
            {
              "Name": "Guide", "DisplayName": "Guide",
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart" },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart" },
                { "PartName": "LocalizationPart", "Name": "LocalizationPart" }
              ]
            }
          ],
          "ContentParts": [
            { "Name": "VisibilityPart", "ContentPartFieldDefinitionRecords": [{ "FieldName": "TextField", "Name": "Level" }] },
            {
              "Name": "Article",
              "ContentPartFieldDefinitionRecords": [
                { "FieldName": "TextField", "Name": "Summary" },
                { "FieldName": "MultiTextField", "Name": "Tags" },
                { "FieldName": "BooleanField", "Name": "Featured" },
                { "FieldName": "NumericField", "Name": "Order" },
                { "FieldName": "DateTimeField", "Name": "Due" },
                { "FieldName": "ContentPickerField", "Name": "Related" }
              ]
            }
          ]
        }
        """;

    public static ContentItem Article(
        string id,
        string? title,
        JsonObject? fields = null,
        string? path = null,
        string? level = null,
        string owner = ""
    )
    {
        var content = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["AutoroutePart"] = new JsonObject { ["Path"] = path },
            ["Article"] = fields ?? [],
        };
        if (level is not null)
        {
            content["VisibilityPart"] = new JsonObject { ["Level"] = new JsonObject { ["Text"] = level } };
        }

        return new()
        {
            ContentItemId = new(id),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = "Article",
            DisplayText = title,
            Owner = owner,
            CreatedUtc = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ModifiedUtc = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
            Content = content,
        };
    }

    public static ContentItem Note(string id, string? title, string? level = null, string owner = "") =>
        Article(id, title, level: level, owner: owner) with
        {
            ContentType = "Note",
        };

    public static ContentItem Guide(string id, string title, string? culture, string? set, string? path = null) =>
        new()
        {
            ContentItemId = new(id),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = "Guide",
            DisplayText = title,
            Content = new JsonObject
            {
                ["TitlePart"] = new JsonObject { ["Title"] = title },
                ["AutoroutePart"] = new JsonObject { ["Path"] = path },
                ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = set, ["Culture"] = culture },
            },
        };

    public static JsonObject Text(string? text) => new() { ["Text"] = text };

    public static JsonObject Value(JsonNode? value) => new() { ["Value"] = value };
}
