using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.UnitTests.ContentManagement;

/// <summary>Who may see what is stored: where nobody knows the level, nobody without the highest permission.</summary>
public sealed class VisibilityTests
{
    [Theory]
    [InlineData("{}", Visibility.Public)]
    [InlineData("""{ "VisibilityPart": {} }""", Visibility.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": {} } }""", Visibility.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": null } } }""", Visibility.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "public" } } }""", Visibility.Public)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "internal" } } }""", Visibility.Internal)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "Internal" } } }""", Visibility.Internal)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "secret" } } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "" } } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "0" } } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "intern" } } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": "public, internal" } } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": { "Text": 0 } } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": { "Level": "secret" } }""", Visibility.Secret)]
    [InlineData("""{ "VisibilityPart": "secret" }""", Visibility.Secret)]
    public void An_items_level_is_read_closed(string item, Visibility expected) =>
        Assert.Equal(expected, ContentItemParts.VisibilityIn((JsonObject)JsonNode.Parse(item)!));

    [Theory]
    [InlineData("{}", Visibility.Public)]
    [InlineData("""{ "FieldVisibilitySettings": {} }""", Visibility.Public)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": "public" } }""", Visibility.Public)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": 0 } }""", Visibility.Public)]
    [InlineData("""{ "FieldVisibilitySettings": { "level": "Internal" } }""", Visibility.Internal)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": "1" } }""", Visibility.Internal)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": 2 } }""", Visibility.Secret)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": "intern" } }""", Visibility.Secret)]
    [InlineData("""{ "FieldVisibilitySettings": { "Level": { } } }""", Visibility.Secret)]
    public void A_fields_level_is_read_closed(string settings, Visibility expected)
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
