using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using Xunit;

namespace VoldCms.UnitTests.ContentManagement.Json;

/// <summary>Whatever is stored where something else should be: nothing of it throws, and nothing is read into it.</summary>
public sealed class LenientJsonTests
{
    private static readonly string s_deep = string.Concat(Enumerable.Repeat("""{"a":[""", 31)) + string.Concat(Enumerable.Repeat("]}", 31));

    public static TheoryData<string> Hostile =>
        [
            "null",
            "{}",
            "[]",
            "0",
            "-0",
            "1e400",
            "1e-400",
            "12345678901234567890123456789012345678901234567890",
            "true",
            "false",
            "\"\"",
            "\"5\"",
            "\"true\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "[null]",
            "[null,1,true,{},[],\"a\",\"\\ud800\"]",
            "{\"Text\":\"a\"}",
            "{\"\":{\"\":null}}",
            s_deep,
        ];

    [Theory, MemberData(nameof(Hostile))]
    public void Whatever_stands_there_nothing_throws(string json)
    {
        foreach (var node in new[] { JsonNode.Parse(json), Stored(json) })
        {
            var owner = new JsonObject { ["Key"] = node?.DeepClone() };
            object?[] read =
            [
                LenientJson.Text(node),
                LenientJson.Texts(node),
                LenientJson.OnlyTexts(node),
                LenientJson.Boolean(node),
                LenientJson.Number(node),
                LenientJson.Date(node),
                owner.FindText("Key"),
                owner.FindText("Other"),
                owner.FindTexts("Key"),
            ];

            // A value is of one kind: no two of text, list, truth and number.
            Assert.InRange(new[] { read[0], read[1], read[3], read[4] }.Count(value => value is not null), 0, 1);
        }
    }

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"\"", "")]
    [InlineData("5", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    [InlineData("[\"a\"]", null)]
    [InlineData("{\"Text\":\"a\"}", null)]
    [InlineData("\"\\ud800\"", null)]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    public void A_text_is_a_text(string json, string? expected) => Assert.Equal(expected, LenientJson.Text(JsonNode.Parse(json)));

    [Theory]
    [InlineData("[\"a\",\"b\"]", "a|b", "a|b")]
    [InlineData("[\"a\",null,1,[\"c\"],\"b\"]", "a||||b", "a|b")]
    [InlineData("[\"\\udc00\",\"b\"]", "|b", "b")]
    [InlineData("[]", "", "")]
    [InlineData("\"a\"", null, "")]
    [InlineData("{\"0\":\"a\"}", null, "")]
    [InlineData("null", null, "")]
    public void The_texts_of_a_list_keep_their_places_or_stand_together(string json, string? inPlace, string together)
    {
        var node = JsonNode.Parse(json);

        Assert.Equal(inPlace, LenientJson.Texts(node) is { } texts ? string.Join('|', texts) : null);
        Assert.Equal(together, string.Join('|', LenientJson.OnlyTexts(node)));
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.50", "5.50")]
    [InlineData("5e2", "500")]
    [InlineData("\"5\"", null)]
    [InlineData("1e400", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("true", null)]
    [InlineData("[5]", null)]
    public void A_number_is_a_number_that_loses_no_digit(string json, string? expected) =>
        Assert.Equal(expected, LenientJson.Number(JsonNode.Parse(json))?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    public void A_truth_is_a_truth(string json, bool? expected) => Assert.Equal(expected, LenientJson.Boolean(JsonNode.Parse(json)));

    private static JsonNode? Stored(string json) => JsonTree.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{"Value":{{json}}}"""))["Value"];
}
