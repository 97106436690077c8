using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using Xunit;

namespace VoldCms.UnitTests.ContentManagement.Json;

/// <summary>Numbers keep their digits, or are refused.</summary>
public sealed class ExactDecimalTests
{
    [Theory]
    [
        InlineData("0", "0"),
        InlineData("-0", "0"),
        InlineData("1", "1"),
        InlineData("1.50", "1.50"),
        InlineData("9007199254740993", "9007199254740993"),
        InlineData("18446744073709551616", "18446744073709551616"),
        InlineData("1e3", "1000")
    ]
    [
        InlineData("1E+2", "100"),
        InlineData("12e-1", "1.2"),
        InlineData("1.000e2", "100.0"),
        InlineData("79228162514264337593543950335", "79228162514264337593543950335"),
        InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")
    ]
    [
        InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
        InlineData("1e-28", "0.0000000000000000000000000001"),
        InlineData("0e999999999", "0"),
        InlineData("0.10000000000000000000000000000000000000", "0.1")
    ]
    public void Every_digit_is_kept(string text, string expected)
    {
        Assert.True(ExactDecimal.TryRead(text, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [
        InlineData("79228162514264337593543950336"),
        InlineData("1e29"),
        InlineData("1e400"),
        InlineData("1e-29"),
        InlineData("0.12345678901234567890123456789"),
        InlineData("1.00000000000000000000000000001"),
        InlineData("1e999999999"),
        InlineData("1e-999999999"),
        InlineData("1e99999999999")
    ]
    [
        InlineData(""),
        InlineData("."),
        InlineData("e5"),
        InlineData("1e"),
        InlineData("1,5"),
        InlineData("1 000"),
        InlineData(" 1"),
        InlineData("NaN"),
        InlineData("Infinity"),
        InlineData("0x10"),
        InlineData("١"),
        InlineData("1_000"),
        InlineData("--1")
    ]
    public void What_a_decimal_cannot_hold_is_none(string text) => Assert.False(ExactDecimal.TryRead(text, out _));

    [Theory]
    [
        InlineData("-0"),
        InlineData("1.50"),
        InlineData("-0.00000000000000000000000001"),
        InlineData("0.123456789012345678901234567"),
        InlineData("9999999999999999999999999999"),
        InlineData("0.10000000000000000000000000000000000000"),
        InlineData("79228162514264337593543950336"),
        InlineData("0.12345678901234567890123456789"),
        InlineData("1e3"),
        InlineData("1e400"),
        InlineData("1e-29"),
        InlineData("12.5E-1"),
    ]
    public void What_JSON_has_as_bytes_is_read_as_its_text_is(string text)
    {
        var isText = ExactDecimal.TryRead(text, out var ofText);

        Assert.Equal(isText, ExactDecimal.TryRead(Encoding.UTF8.GetBytes(text), out var ofBytes));
        Assert.Equal(ofText.ToString(CultureInfo.InvariantCulture), ofBytes.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_stored_number_that_is_too_large_is_told_with_the_bounds()
    {
        var property = new StoredProperty("Value", StoredKind.Number);

        Assert.False(property.TryNormalize(JsonNode.Parse("1e400"), out _));
        Assert.False(property.TryNormalize("79228162514264337593543950336", out _));
        Assert.Contains("79228162514264337593543950335", property.ExpectedInsteadOf("1e400"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_stored_as_it_was_given()
    {
        var given = JsonNode.Parse("1.50");

        Assert.True(new StoredProperty("Value", StoredKind.Number).TryNormalize(given, out var normal));
        Assert.Same(given, normal);
    }
}
