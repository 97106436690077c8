using VoldCms.Hosting.Localization;
using Xunit;

namespace VoldCms.UnitTests.Hosting;

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
    public void The_wish_is_met_as_well_as_it_can_be(string header, string expected, string fallback = "nb") =>
        Assert.Equal(expected, LanguageNegotiation.Choose([header], ["nb", "nn", "en"], fallback));

    [Fact]
    public void Norwegian_means_the_norwegian_that_is_offered_first() =>
        Assert.Equal("nn", LanguageNegotiation.Choose(["no, en"], ["en", "nn", "nb"], "en"));
}
