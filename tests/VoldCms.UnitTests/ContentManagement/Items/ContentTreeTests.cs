using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.UnitTests.ContentManagement.Items;

/// <summary>
/// All that walk over an item's tree meet the same items: in bags, pages of widgets and taxonomies, below terms, and in each other.
/// </summary>
public sealed class ContentTreeTests
{
    private const string Item = """
        {
          "Page": { "Open": { "Text": "0" }, "Secret": { "Text": "secret 0" } },
          "BagPart": { "ContentItems": [
            { "ContentType": "Page", "ContentItemId": "b1", "Page": { "Open": { "Text": "b1" }, "Secret": { "Text": "secret b1" } },
              "FlowPart": { "Widgets": [ { "ContentType": "Page", "ContentItemId": "w1",
                "Page": { "Secret": { "Text": "secret w1" } } } ] } },
            { "ContentType": "Page", "ContentItemId": "b2", "VisibilityPart": { "Level": { "Text": "secret" } },
              "Page": { "Open": { "Text": "secret b2" } } },
            { "ContentType": "Page", "VisibilityPart": { "Level": { "Text": "secret" } },
              "Page": { "Open": { "Text": "secret, without an id" } } },
            { "ContentType": "Forgotten", "ContentItemId": "b3", "Page": { "Open": { "Text": "secret b3" } } } ] },
          "TaxonomyPart": { "Terms": [
            { "ContentType": "Plain", "ContentItemId": "t1", "Terms": [
              { "ContentType": "Page", "ContentItemId": "t11", "Page": { "Open": { "Text": "t11" }, "Secret": { "Text": "secret t11" } } },
              { "ContentType": "Plain", "ContentItemId": "t12", "VisibilityPart": { "Level": { "Text": "secret" } } } ] } ] }
        }
        """;

    private static readonly ContentModel s_model = new(
        ContentDefinitionDocument
            .Read(
                Parse(
                    """
                    { "ContentTypes": [
                      { "Name": "Page", "ContentTypePartDefinitionRecords": [ { "PartName": "VisibilityPart" }, { "PartName": "Page" },
                        { "PartName": "BagPart" }, { "PartName": "FlowPart" }, { "PartName": "TaxonomyPart" } ] },
                      { "Name": "Plain", "ContentTypePartDefinitionRecords": [ { "PartName": "VisibilityPart" } ] } ],
                      "ContentParts": [
                      { "Name": "VisibilityPart", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Level" } ] },
                      { "Name": "Page", "ContentPartFieldDefinitionRecords": [ { "FieldName": "TextField", "Name": "Open" },
                        { "FieldName": "TextField", "Name": "Secret",
                          "Settings": { "FieldVisibilitySettings": { "Level": "secret" } } } ] } ] }
                    """
                )
            )
            .Value
    );

    [Fact]
    public void Every_item_is_met_before_what_it_contains() =>
        Assert.Equal(
            [
                "",
                "BagPart.ContentItems[0].",
                "BagPart.ContentItems[0].FlowPart.Widgets[0].",
                "BagPart.ContentItems[1].",
                "BagPart.ContentItems[2].",
                "TaxonomyPart.Terms[0].",
                "TaxonomyPart.Terms[0].Terms[0].",
                "TaxonomyPart.Terms[0].Terms[1].",
            ],
            ContentTree.Of(Parse(Item), TypeOf("Page"), s_model).Select(item => item.Path)
        );

    [Fact]
    public void Stored_fields_are_those_of_the_items_that_are_met() =>
        Assert.Contains(
            "TaxonomyPart.Terms[0].Terms[0].Page.Secret",
            StoredPart.Of(Parse(Item), TypeOf("Page"), s_model).SelectMany(StoredField.Of).Select(field => field.Path)
        );

    [Fact]
    public void What_is_hidden_is_taken_out_at_every_level_and_is_there_again_when_the_rest_is_saved_back()
    {
        var seen = Seen(Item, "Page");

        Assert.DoesNotContain("secret", seen.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["b1"], seen["BagPart"]!["ContentItems"]!.AsArray().Select(item => item!["ContentItemId"]?.GetValue<string>()));
        Assert.Equal(Parse(Item).ToJsonString(), Saved(seen, Item, "Page"));
    }

    [Fact]
    public void Child_terms_at_the_root_of_any_item_are_met()
    {
        const string Plain = """
            { "Terms": [ { "ContentType": "Plain", "ContentItemId": "x", "VisibilityPart": { "Level": { "Text": "secret" } } } ] }
            """;

        var seen = Seen(Plain, "Plain");

        Assert.Equal("""{"Terms":[]}""", seen.ToJsonString());
        Assert.Equal(Parse(Plain).ToJsonString(), Saved(seen, Plain, "Plain"));
    }

    [Fact]
    public void A_list_that_is_not_given_anew_keeps_its_hidden_items_once() =>
        Assert.Equal(Parse(Item).ToJsonString(), Saved(Parse(Item), Item, "Page"));

    [Theory]
    [InlineData("""{ "Page": 7 }""")]
    [InlineData("""{ "BagPart": { "ContentItems": "none" }, "Page": [] }""")]
    public void What_is_given_in_another_shape_is_left_to_be_refused(string given)
    {
        var content = Parse(given);
        HiddenFields.Keep(content, Parse(Item), TypeOf("Page"), s_model, VisibilityLevel.Internal);

        Assert.Equal(Parse(given)["Page"]!.ToJsonString(), content["Page"]!.ToJsonString());
        Assert.Contains(ItemNormalizer.Normalize(content, TypeOf("Page"), s_model), problem => !problem.IsWarning);
    }

    [Theory]
    [InlineData("""{ "Page": { "Secret": null } }""", "Page.Secret")]
    [InlineData(
        """
            { "TaxonomyPart": { "Terms": [ { "ContentType": "Plain",
              "Terms": [ { "ContentType": "Page", "Page": { "Secret": {} } } ] } ] } }
            """,
        "TaxonomyPart.Terms[0].Terms[0].Page.Secret"
    )]
    public void A_hidden_field_may_be_written_at_no_level(string given, string path) =>
        Assert.Equal(path, HiddenFields.FindWritten(Parse(given), TypeOf("Page"), s_model, VisibilityLevel.Internal));

    private static JsonObject Seen(string item, string type)
    {
        var seen = Parse(item);
        HiddenFields.TakeOut(seen, TypeOf(type), s_model, VisibilityLevel.Internal, seesPeople: true);
        return seen;
    }

    private static string Saved(JsonObject given, string previous, string type)
    {
        HiddenFields.Keep(given, Parse(previous), TypeOf(type), s_model, VisibilityLevel.Internal);
        return given.ToJsonString();
    }

    private static TypeModel TypeOf(string name) => s_model.FindType(name)!;

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
