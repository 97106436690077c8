using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.History;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.UnitTests.ContentManagement.History;

public sealed class ContentDifferencesTests
{
    private static readonly TypeModel s_type = new ContentModel(
        ContentDefinitionDocument
            .Read(
                (JsonObject)
                    JsonNode.Parse(
                        """
                        { "ContentTypes": [ { "Name": "Page", "DisplayName": "Side", "ContentTypePartDefinitionRecords": [
                            { "PartName": "TitlePart" }, { "PartName": "Page" }, { "PartName": "BagPart", "Name": "Steps" } ] } ],
                          "ContentParts": [ { "Name": "Page", "ContentPartFieldDefinitionRecords": [
                            { "FieldName": "TextField", "Name": "Ingress",
                              "Settings": { "ContentPartFieldSettings": { "DisplayName": "Ingress på siden" } } },
                            { "FieldName": "NumericField", "Name": "Order" } ] } ] }
                        """
                    )!
            )
            .Value
    ).FindType("Page")!;

    [Fact]
    public void Equal_versions_differ_in_nothing() =>
        Assert.Empty(
            ContentDifferences.Between(
                Item("""{ "Page": { "Order": { "Value": 1 } } }"""),
                Item("""{ "Page": { "Order": { "Value": 1.0 } } }"""),
                s_type
            )
        );

    [Fact]
    public void A_changed_value_is_told_by_the_name_that_editors_know()
    {
        var difference = Assert.Single(
            ContentDifferences.Between(
                Item("""{ "Page": { "Ingress": { "Text": "Før" } } }"""),
                Item("""{ "Page": { "Ingress": { "Text": "Etter" } } }"""),
                s_type
            )
        );

        Assert.Equal(new ContentDifference("Page.Ingress.Text", "Ingress på siden", "Før", "Etter"), difference);
    }

    [Fact]
    public void What_came_and_what_went_have_one_side_only()
    {
        var differences = ContentDifferences.Between(
            Item("""{ "Page": { "Order": { "Value": 1 } } }"""),
            Item("""{ "TitlePart": { "Title": "Ny" } }"""),
            s_type
        );

        Assert.Equal([new("TitlePart.Title", "TitlePart", null, "Ny"), new("Page.Order.Value", "Order", "1", null)], differences);
    }

    [Fact]
    public void Items_in_a_bag_are_compared_place_by_place()
    {
        var differences = ContentDifferences.Between(
            Item("""{ "Steps": { "ContentItems": [ { "ContentType": "Step", "Step": { "Text": { "Text": "a" } } } ] } }"""),
            Item(
                """{ "Steps": { "ContentItems": [ { "ContentType": "Step","""
                    + """ "Step": { "Text": { "Text": "b" } } }, { "ContentType": "Step" } ] } }"""
            ),
            s_type
        );

        Assert.Equal(
            ["Steps.ContentItems[0].Step.Text.Text", "Steps.ContentItems[1].ContentType"],
            differences.Select(difference => difference.Path)
        );
    }

    private static ContentItem Item(string content) =>
        new()
        {
            ContentItemId = new("a"),
            ContentItemVersionId = new("v"),
            ContentType = "Page",
            Content = (JsonObject)JsonNode.Parse(content)!,
        };
}
