using System.Text;
using System.Text.Json;
using VoldCms.ContentManagement.Json;
using Xunit;

namespace VoldCms.UnitTests.ContentManagement.Json;

/// <summary>A stored document is read whatever its texts are; only what is no JSON object is refused.</summary>
public sealed class JsonTreeTests
{
    [Theory]
    [InlineData("""{"a":"\ud800","b":"whole"}""", """{"a":"�","b":"whole"}""")]
    [InlineData("""{"a":"x\udc00\ud800y"}""", """{"a":"x��y"}""")]
    [InlineData("""{"a":"\ud83d\ude00\ud83d"}""", """{"a":"\uD83D\uDE00�"}""")]
    [InlineData("""{"a":"\\ud800 \"\n\ud800"}""", """{"a":"\\ud800 \"\n�"}""")]
    [InlineData("""{"\ud800":{"\udc00":[null,1.50,true]}}""", """{"�":{"�":[null,1.50,true]}}""")]
    [InlineData("""{"a":1,"a":"last"}""", """{"a":"last"}""")]
    public void What_is_no_character_takes_nothing_else_with_it(string stored, string expected) =>
        Assert.Equal(expected, Write(Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void Bytes_that_are_no_utf_8_are_no_character()
    {
        Assert.Equal("""{"a":"x�y"}""", Write([.. "{\"a\":\"x"u8, 0xff, .. "y\"}"u8]));
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_no_more()
    {
        Assert.Equal(Nested(64), Write(Encoding.UTF8.GetBytes(Nested(64))));
        Assert.ThrowsAny<JsonException>(() => JsonTree.Parse(Encoding.UTF8.GetBytes(Nested(65))));
        Assert.ThrowsAny<JsonException>(() => JsonTree.Parse(Encoding.UTF8.GetBytes(Nested(100_000))));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    [InlineData("{")]
    public void What_is_no_object_is_refused(string stored) =>
        Assert.ThrowsAny<JsonException>(() => JsonTree.Parse(Encoding.UTF8.GetBytes(stored)));

    private static string Nested(int levels) => "{\"a\":" + new string('[', levels - 1) + new string(']', levels - 1) + "}";

    private static string Write(ReadOnlySpan<byte> stored) =>
        JsonTree.Parse(stored).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
