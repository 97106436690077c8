using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.UnitTests.ContentManagement.Items;

public sealed class ContentItemJsonTests
{
    private const string Page = """
        {
          "ContentItemId": "4qhs1tn7v0m3w2c9x8y5z6abcd", "ContentItemVersionId": "4r0k2e6p8s1v3x5z7b9dfhjm0n",
          "ContentType": "HelpPage", "DisplayText": "Bytte passord", "Latest": true, "Published": true,
          "ModifiedUtc": "2026-02-03T08:15:30.1234567Z", "PublishedUtc": null, "CreatedUtc": "2026-01-20T12:00:00Z",
          "Owner": "4b7s", "Author": "kari",
          "TitlePart": { "Title": "Bytte passord" },
          "SomethingElse": { "Deep": [1, { "a": null }] }
        }
        """;

    [Fact]
    public void What_is_read_is_written_again_key_by_key_in_order()
    {
        var given = Parse(Page);

        var written = ContentItemJson.Write(ContentItemJson.Read(given).Value);

        Assert.Equal(given.ToJsonString(), written.ToJsonString());
    }

    [Fact]
    public void What_stands_beside_the_envelope_is_left_to_who_knows_the_type()
    {
        var item = ContentItemJson
            .Read(Parse("""{ "ContentType": "T", "Id": 7, "Nothing": null, "Kept": { "a": 1 }, "List": [1] }"""))
            .Value;

        Assert.Equal(["Id", "Kept", "List"], item.Content.Select(member => member.Key));
    }

    [Fact]
    public void Flags_and_dates_may_come_as_the_text_that_scripts_leave_behind()
    {
        var item = ContentItemJson
            .Read(Parse("""{ "ContentType": "T", "Latest": "True", "CreatedUtc": "", "ModifiedUtc": "2026-01-01" }"""))
            .Value;

        Assert.True(item.Latest);
        Assert.Null(item.CreatedUtc);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), item.ModifiedUtc);
    }

    [Theory]
    [InlineData("""{ }""", "ContentType")]
    [InlineData("""{ "ContentType": 7 }""", "ContentType")]
    [InlineData("""{ "ContentType": "T", "ContentItemId": {} }""", "ContentItemId")]
    [InlineData("""{ "ContentType": "T", "Latest": "kanskje" }""", "Latest")]
    [InlineData("""{ "ContentType": "T", "CreatedUtc": "i går" }""", "CreatedUtc")]
    public void A_wrong_envelope_is_told_with_its_path(string json, string path)
    {
        var error = Assert.IsType<Invalid>(ContentItemJson.Read(Parse(json)).Error);

        Assert.Contains(error.Problems, problem => problem.Path == path);
    }

    [Fact]
    public void Ids_are_compared_ignoring_case_and_made_of_the_contracts_alphabet()
    {
        Assert.Equal(new ContentItemId("4QHS"), new ContentItemId("4qhs"));
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", UniqueId.New());
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => UniqueId.New()).Distinct().Count());
    }

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
