using VoldCms.Hosting.Localization;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Localization;

public sealed class LanguageNegotiationTests
{
    [Theory]
    [InlineData("nn", "nn")]
    [InlineData("nb-NO,nn;q=0.9", "nb")]
    [InlineData("en-GB, nb;q=0.9", "en")]
    [InlineData("nb;q=0.4, en;q=0.8", "en")]
    [InlineData("no", "nb")]
    [InlineData("no-NO", "nb")]
    [InlineData("pl, nn;q=0.5", "nn")]
    [InlineData("ar", "en")]
    [InlineData("se", "nb")]
    [InlineData("en;q=0, nn", "nn")]
    [InlineData("de", "nn", "nn")]
    [InlineData("*", "nb")]
    [InlineData("", "nb")]
    [InlineData(";;;=", "nb")]
    [InlineData("*", "nn", "nn")]
    [InlineData("*, en", "en")]
    [InlineData("de, *;q=0.5", "nb")]
    [InlineData("*;q=0.5, nb;q=0.1", "nn")]
    [InlineData("*;q=0.5, nb;q=0.1, nn;q=0.2", "en")]
    [InlineData("en;q=0.8, *;q=0.5", "en")]
    [InlineData("ar, *;q=0.1", "en")]
    [InlineData("nb;q=0", "nn")]
    [InlineData("no;q=0, *", "en")]
    [InlineData("no;q=0, nn, *", "nn")]
    [InlineData("*;q=0", "nb")]
    [InlineData("ar, *;q=0", "en")]
    [InlineData("en-GB;q=0, en", "en")]
    [InlineData("=;, nn;q=x, en;q=0.3", "en")]
    [InlineData("en;q=0.5;level=1, nn;q=0.4", "nn")]
    [InlineData("EN-us", "en")]
    [InlineData("no-nyn", "nn")]
    [InlineData("nn-no", "nn")]
    [InlineData("no-bok, nn", "nb")]
    [InlineData("iw, nn;q=0.5", "nn")]
    [InlineData("in, *;q=0.5", "nb")]
    [InlineData("nn-Latn-NO-x-a, en", "nn")]
    public void The_wish_is_met_as_well_as_it_can_be(string header, string expected, string fallback = "nb") =>
        Assert.Equal(expected, LanguageNegotiation.Choose([header], ["nb", "nn", "en"], fallback));

    [Fact]
    public void Norwegian_means_the_norwegian_that_is_offered_first() =>
        Assert.Equal("nn", LanguageNegotiation.Choose(["no, en"], ["en", "nn", "nb"], "en"));

    [Fact]
    public void Of_a_header_that_nobody_sends_the_beginning_is_read()
    {
        Assert.Equal(
            "nn",
            LanguageNegotiation.Choose(["nn, " + string.Concat(Enumerable.Repeat("x-a, ", 100_000))], ["nb", "nn", "en"], "nb")
        );
        Assert.Equal("nb", LanguageNegotiation.Choose([string.Concat(Enumerable.Repeat("xx,", 1000)) + "nn"], ["nb", "nn", "en"], "nb"));
        Assert.Equal("nn", LanguageNegotiation.Choose([null, "xx", "nn"], ["nb", "nn", "en"], "nb"));
    }
}
