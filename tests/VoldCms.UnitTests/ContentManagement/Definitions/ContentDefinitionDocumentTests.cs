using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Results;

namespace VoldCms.UnitTests.ContentManagement.Definitions;

public sealed class ContentDefinitionDocumentTests
{
    private const string Message = """
        {
          "ContentTypes": [ { "Name": "Message", "DisplayName": "Melding",
            "Settings": { "ContentTypeSettings": { "Creatable": true, "Versionable": "true" } },
            "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": { "TitlePartSettings": { "Options": "EditableRequired" } } },
              { "PartName": "Message", "Name": "Message", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Message", "Settings": {},
            "ContentPartFieldDefinitionRecords": [
              { "FieldName": "TextField", "Name": "Text", "Settings": { "TextFieldSettings": { "Required": true },
                "Ours": { "Words": ["a"] } } } ] } ]
        }
        """;

    [Fact]
    public void What_is_read_is_written_again_with_settings_nobody_knows()
    {
        var definitions = ContentDefinitionDocument.Read(Parse(Message)).Value;

        var written = ContentDefinitionDocument.Write(definitions);

        Assert.Equal(definitions.Types.Keys, ContentDefinitionDocument.Read(written).Value.Types.Keys);
        Assert.Equal(
            "a",
            (string?)written["ContentParts"]![0]!["ContentPartFieldDefinitionRecords"]![0]!["Settings"]!["Ours"]!["Words"]![0]
        );
    }

    [Fact]
    public void Settings_are_read_from_numbers_names_and_text_alike()
    {
        var type = ContentDefinitionDocument.Read(Parse(Message)).Value.FindType("MESSAGE")!;

        Assert.True(type.Settings.Get<ContentTypeSettings>().Creatable);
        Assert.True(type.Settings.Get<ContentTypeSettings>().Versionable);
        Assert.Equal(TitleOptions.EditableRequired, type.Parts[0].Settings.Get<TitlePartSettings>().Options);
    }

    [Fact]
    public void Merging_the_same_again_gives_the_very_same_instance()
    {
        var definitions = ContentDefinitionDocument.Read(Parse(Message)).Value;

        var again = ContentDefinitionDocument.Merge(definitions, Parse(Message)).Value;

        Assert.Same(definitions, again);
    }

    [Fact]
    public void Merging_adds_and_unites_and_never_removes()
    {
        var definitions = ContentDefinitionDocument.Read(Parse(Message)).Value;

        var merged = ContentDefinitionDocument
            .Merge(
                definitions,
                Parse(
                    """
                    { "ContentParts": [ { "Name": "Message", "ContentPartFieldDefinitionRecords": [
                      { "FieldName": "TextField", "Name": "Text", "Settings": { "Ours": { "Words": ["a", "b"] } } },
                      { "FieldName": "BooleanField", "Name": "Urgent" } ] } ] }
                    """
                )
            )
            .Value;

        var part = merged.FindPart("Message")!;
        Assert.Equal(["Text", "Urgent"], part.Fields.Select(field => field.Name));
        Assert.Equal("""["a","b"]""", part.Fields[0].Settings.ToJson()["Ours"]!["Words"]!.ToJsonString());
        Assert.True(part.Fields[0].Settings.IsRequired("TextField"));
    }

    [Fact]
    public void A_type_without_display_name_keeps_its_settings()
    {
        var definitions = ContentDefinitionDocument.Read(Parse(Message)).Value;

        var merged = ContentDefinitionDocument
            .Merge(
                definitions,
                Parse(
                    """
                    { "ContentTypes": [ { "Name": "Message", "Settings": { "ContentTypeSettings": { "Creatable": false } } } ] }
                    """
                )
            )
            .Value;

        Assert.True(merged.FindType("Message")!.Settings.Get<ContentTypeSettings>().Creatable);
        Assert.Equal("Melding", merged.FindType("Message")!.DisplayName);
    }

    [Theory]
    [InlineData(
        """{ "ContentTypes": [ { "Name": "Message", "ContentTypePartDefinitionRecords": [ { "Name": "X" } ] } ] }""",
        "ContentTypes[0].ContentTypePartDefinitionRecords[0].PartName",
        "'Message'"
    )]
    [InlineData(
        """{ "ContentParts": [ { "Name": "P", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField" } ] } ] }""",
        "ContentParts[0].ContentPartFieldDefinitionRecords[0].Name",
        "'P'"
    )]
    [InlineData("""{ "ContentTypes": {} }""", "ContentTypes", "expected a list")]
    [InlineData("""{ "ContentTypes": [ 7 ] }""", "ContentTypes[0]", "a number")]
    [InlineData("""{ "ContentTypes": [ { "Name": 7 } ] }""", "ContentTypes[0].Name", "a number")]
    [InlineData("""{ "ContentTypes": [ { "Name": "Owner" } ] }""", "ContentTypes[0].Name", "reserved")]
    [InlineData("""{ "ContentTypes": [ { "Name": "9lives" } ] }""", "ContentTypes[0].Name", "expected a letter")]
    [InlineData("""{ "ContentTypes": [ { "DisplayName": "x" } ] }""", "ContentTypes[0].Name", "expected a text")]
    public void What_is_wrong_is_told_with_its_path(string body, string path, string words)
    {
        var error = Assert.IsType<Invalid>(ContentDefinitionDocument.Merge(ContentDefinitions.Empty, Parse(body)).Error);

        Assert.Contains(error.Problems, found => found.Path == path && found.Message.Contains(words, StringComparison.Ordinal));
    }

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
