using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Presentation.Items;

namespace VoldCms.UnitTests.Presentation.Items;

public sealed class TermTests
{
    [Theory]
    [InlineData("nb", "Utsatte", null)]
    [InlineData("nn", "Utsette", null)]
    [InlineData("en", "People experiencing violence", null)]
    [InlineData("ar", "People experiencing violence", "en")]
    [InlineData("se", "Utsatte", "nb")]
    public void A_term_is_named_along_the_fallbacks_of_the_page(string page, string name, string? language)
    {
        var term = Read(
            """{ "DisplayText": "Utsatte", "Term": { "Nn": { "Text": "Utsette" }, "En": { "Text": "People experiencing violence" } } }""",
            page
        );

        Assert.Equal((name, language), (term.Name.Value, term.Name.Language));
    }

    [Fact]
    public void A_name_that_is_left_empty_is_none()
    {
        var term = Read("""{ "DisplayText": "Utsatte", "Term": { "En": { "Text": " " } } }""", "ar");

        Assert.Equal(("Utsatte", "nb"), (term.Name.Value, term.Name.Language));
    }

    [Fact]
    public void A_term_without_any_name_has_an_empty_one() => Assert.Equal("", Read("""{ "Term": {} }""", "en").Name.Value);

    [Theory]
    [InlineData("""{ "Term": { "Code": { "Value": 7.0 } } }""", 7)]
    [InlineData("""{ "Term": { "Code": { "Value": null } } }""", null)]
    [InlineData("{}", null)]
    public void A_code_is_there_or_not(string json, int? code) => Assert.Equal(code, Read(json, "nb").Code);

    private static Term Read(string json, string page)
    {
        var stored = JsonNode.Parse(json)!.AsObject();
        stored["ContentItemId"] = "4term";
        stored["ContentType"] = "Term";
        return Term.Read(ContentItemJson.ReadContained(stored)!, Cultures.Find(page)!);
    }
}
