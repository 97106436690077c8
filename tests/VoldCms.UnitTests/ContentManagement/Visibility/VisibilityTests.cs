using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.UnitTests.ContentManagement.Visibility;

/// <summary>Who may see what is stored: where nobody knows the level, nobody without the highest permission.</summary>
public sealed class VisibilityTests
{
    [Theory]
    [InlineData("{}", VisibilityLevel.Public)]
    [InlineData("""{ "VisibilityPart": {} }""", VisibilityLevel.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": {} } }""", VisibilityLevel.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": null } } }""", VisibilityLevel.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "public" } } }""", VisibilityLevel.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "internal" } } }""", VisibilityLevel.Internal)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "Internal" } } }""", VisibilityLevel.Internal)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "secret" } } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "" } } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "0" } } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "intern" } } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "public, internal" } } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": 0 } } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": "secret" } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "VisibilityPart": "secret" }""", VisibilityLevel.Secret)]
    public void An_items_level_is_read_closed(string item, VisibilityLevel expected) =>
        Assert.Equal(expected, ContentItemParts.VisibilityIn((JsonObject)JsonNode.Parse(item)!));

    [Theory]
    [InlineData("{}", VisibilityLevel.Public)]
    [InlineData("""{ "FieldVisibilitySettings": {} }""", VisibilityLevel.Public)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": "public" } }""", VisibilityLevel.Public)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": 0 } }""", VisibilityLevel.Public)]
    [InlineData("""{ "FieldVisibilitySettings": { "level": "Internal" } }""", VisibilityLevel.Internal)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": "1" } }""", VisibilityLevel.Internal)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": 2 } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": "intern" } }""", VisibilityLevel.Secret)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": { } } }""", VisibilityLevel.Secret)]
    public void A_fields_level_is_read_closed(string settings, VisibilityLevel expected)
    {
        var definitions = ContentDefinitionDocument
            .Read(
                (JsonObject)
                    JsonNode.Parse(
                        $$"""
                        { "ContentTypes": [ { "Name": "T", "ContentTypePartDefinitionRecords": [ { "PartName": "T" } ] } ],
                          "ContentParts": [ { "Name": "T", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "A",
                            "Settings": {{settings}} } ] } ] }
                        """
                    )!
            )
            .Value;

        Assert.Equal(expected, new ContentModel(definitions).FindType("T")!.Parts[0].Fields[0].Visibility);
    }
}
