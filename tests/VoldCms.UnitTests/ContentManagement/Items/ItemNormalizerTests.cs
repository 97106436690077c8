using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.UnitTests.ContentManagement.Items;

public sealed class ItemNormalizerTests
{
    private static readonly ContentModel s_model = new(
        ContentDefinitionDocument
            .Read(
                (JsonObject)
                    JsonNode.Parse(
                        """
                        {
                          "ContentTypes": [
                            { "Name": "Page", "DisplayName": "Side", "ContentTypePartDefinitionRecords": [
                              { "PartName": "TitlePart" }, { "PartName": "Page" }, { "PartName": "BagPart", "Name": "Steps" },
                                { "PartName": "StrangePart" },
                              { "PartName": "HtmlBodyPart" } ] },
                            { "Name": "Step", "DisplayName": "Trinn", "ContentTypePartDefinitionRecords": [ { "PartName": "Step" } ] } ],
                          "ContentParts": [
                            { "Name": "Page", "ContentPartFieldDefinitionRecords": [
                              { "FieldName": "NumericField", "Name": "Order" }, { "FieldName": "BooleanField", "Name": "Urgent" },
                              { "FieldName": "DateField", "Name": "Due" }, { "FieldName": "HtmlField", "Name": "Body" },
                              { "FieldName": "MultiTextField", "Name": "Tags" }, { "FieldName": "StrangeField", "Name": "Odd" },
                              { "FieldName": "HtmlField", "Name": "Trusted",
                                "Settings": { "HtmlFieldSettings": { "SanitizeHtml": false } } } ] },
                            { "Name": "Step", "ContentPartFieldDefinitionRecords": [ { "FieldName": "NumericField", "Name": "Number" } ] } ]
                        }
                        """
                    )!
            )
            .Value
    );

    [Theory]
    [InlineData("""{ "Page": { "Order": { "Value": "2.5" } } }""", """{ "Page": { "Order": { "Value": 2.5 } } }""")]
    [InlineData("""{ "Page": { "Order": { "Value": "" } } }""", """{ "Page": { "Order": {} } }""")]
    [InlineData("""{ "Page": { "Urgent": { "Value": "True" } } }""", """{ "Page": { "Urgent": { "Value": true } } }""")]
    [InlineData("""{ "Page": { "Due": { "Value": "2027-06-30" } } }""", """{ "Page": { "Due": { "Value": "2027-06-30T00:00:00Z" } } }""")]
    [InlineData(
        """{ "Page": { "Due": { "Value": "2027-06-30T02:00:00+02:00" } } }""",
        """{ "Page": { "Due": { "Value": "2027-06-30T00:00:00Z" } } }"""
    )]
    [InlineData("""{ "Page": { "Tags": { "Values": ["a", "b"] } } }""", """{ "Page": { "Tags": { "Values": ["a", "b"] } } }""")]
    [InlineData("""{ "Page": { "Order": { "Value": null } } }""", """{ "Page": { "Order": {} } }""")]
    [InlineData(
        """{ "Steps": { "ContentItems": [ { "ContentType": "Step", "Step": { "Number": { "Value": "1" } } } ] } }""",
        """{ "Steps": { "ContentItems": [ { "ContentType": "Step", "Step": { "Number": { "Value": 1 } } } ] } }"""
    )]
    public void Values_come_into_the_stored_form(string given, string expected)
    {
        var content = Parse(given);

        var problems = ItemNormalizer.Normalize(content, s_model.FindType("Page")!, s_model);

        Assert.Empty(problems);
        Assert.True(JsonNode.DeepEquals(Parse(expected), content), content.ToJsonString());
    }

    [Fact]
    public void Unknown_scalars_at_the_root_are_dropped_and_a_part_in_another_spelling_is_told()
    {
        var content = Parse("""{ "Id": 7, "Note": "x", "titlePart": { "Title": "a" }, "Kept": { "a": 1 } }""");

        var problems = ItemNormalizer.Normalize(content, s_model.FindType("Page")!, s_model);

        Assert.Equal(["titlePart", "Kept"], content.Select(member => member.Key));
        Assert.Equal(["titlePart", "Kept"], problems.Where(problem => problem.IsWarning).Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("""{ "TitlePart": { "Title": 7 } }""", "TitlePart.Title", "is a number; expected a text")]
    [InlineData("""{ "TitlePart": "Tittel" }""", "TitlePart", "is a text; expected an object")]
    [InlineData("""{ "titlePart": "Tittel" }""", "titlePart", "is a text; expected an object")]
    [InlineData("""{ "Page": 7 }""", "Page", "is a number; expected an object")]
    [InlineData("""{ "Steps": [] }""", "Steps", "is a list; expected an object")]
    [InlineData("""{ "Page": { "Order": [ 2 ] } }""", "Page.Order", "is a list; expected an object")]
    [InlineData("""{ "Page": { "Urgent": true } }""", "Page.Urgent", "is true or false; expected an object")]
    [InlineData("""{ "ContainedPart": "mappe" }""", "ContainedPart", "is a text; expected an object")]
    [InlineData("""{ "ContainedPart": { "ListContentItemId": 7 } }""", "ContainedPart.ListContentItemId", "is a number; expected a text")]
    [InlineData("""{ "ContainedPart": { "Order": "først" } }""", "ContainedPart.Order", "is a text; expected a number")]
    [InlineData("""{ "Terms": {} }""", "Terms", "is an object; expected a list")]
    [InlineData("""{ "Page": { "Order": 2 } }""", "Page.Order", "is a number; expected an object")]
    [InlineData("""{ "Page": { "Order": { "Value": "mange" } } }""", "Page.Order.Value", "is a text; expected a number")]
    [InlineData("""{ "Page": { "Due": { "Value": "snart" } } }""", "Page.Due.Value", "expected a date")]
    [InlineData("""{ "Page": { "Tags": { "Values": "a" } } }""", "Page.Tags.Values", "expected a list of texts")]
    [InlineData("""{ "Steps": { "ContentItems": [ 7 ] } }""", "Steps.ContentItems", "expected a list of content items")]
    [InlineData("""{ "Steps": { "ContentItems": [ { } ] } }""", "Steps.ContentItems[0].ContentType", "expected the name")]
    [InlineData(
        """{ "Steps": { "ContentItems": [ { "ContentType": "Step", "Step": { "Number": { "Value": [] } } } ] } }""",
        "Steps.ContentItems[0].Step.Number.Value",
        "is a list; expected a number"
    )]
    public void A_wrong_type_is_an_error_with_its_path(string given, string path, string message)
    {
        var problems = ItemNormalizer.Normalize(Parse(given), s_model.FindType("Page")!, s_model);

        Assert.Contains(
            problems,
            problem => !problem.IsWarning && problem.Path == path && problem.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{ "NoSuchPart": { "A": 1 } }""", "NoSuchPart", "'Page' has no part 'NoSuchPart'")]
    [InlineData("""{ "StrangePart": { "A": 1 } }""", "StrangePart", "nothing is known of the part 'StrangePart' of type 'Page'")]
    [InlineData("""{ "Page": { "NoSuchField": { "A": 1 } } }""", "Page.NoSuchField", "has no field 'NoSuchField'")]
    [InlineData("""{ "Page": { "Odd": { "A": 1 } } }""", "Page.Odd", "'StrangeField'")]
    public void What_nobody_knows_is_kept_untouched_and_told(string given, string path, string message)
    {
        var content = Parse(given);

        var problems = ItemNormalizer.Normalize(content, s_model.FindType("Page")!, s_model);

        var problem = Assert.Single(problems);
        Assert.True(problem.IsWarning);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(Parse(given), content));
    }

    [Theory]
    [InlineData("""{ "Page": { "Body": { "Html": "<p>a<script>x</script></p>" } } }""", "Page.Body.Html")]
    [InlineData("""{ "HtmlBodyPart": { "Html": "<p onclick=x>a</p>" } }""", "HtmlBodyPart.Html")]
    public void Html_is_cleaned_and_told(string given, string path)
    {
        var content = Parse(given);

        var problem = Assert.Single(ItemNormalizer.Normalize(content, s_model.FindType("Page")!, s_model));

        Assert.Equal(path, problem.Path);
        Assert.Contains("<p>a</p>", System.Text.RegularExpressions.Regex.Unescape(content.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_that_the_definitions_author_vouches_for_is_kept()
    {
        var content = Parse("""{ "Page": { "Trusted": { "Html": "<p style=\"x\">a</p>" } } }""");

        Assert.Empty(ItemNormalizer.Normalize(content, s_model.FindType("Page")!, s_model));
    }

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
