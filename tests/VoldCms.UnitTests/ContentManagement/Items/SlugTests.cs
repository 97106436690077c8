using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.UnitTests.ContentManagement.Items;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Få hjelp nå", "fa-hjelp-na")]
    [InlineData("Ærlig talt – økt støtte!", "aerlig-talt-okt-stotte")]
    [InlineData("  Café (1/2) ", "cafe-1-2")]
    [InlineData("Ø", "o")]
    [InlineData("مساعدة", "مساعدة")]
    [InlineData("?!", "")]
    [InlineData("Straße", "strasse")]
    [InlineData("ﬁnne ﬂere", "finne-flere")]
    [InlineData("ＡＢＣ １２３", "abc-123")]
    [InlineData("Rom № 5 m²", "rom-no-5-m2")]
    [InlineData("Đorđe Łukasz Þór", "dorde-lukasz-thor")]
    [InlineData("Kızılay İstanbul", "kizilay-istanbul")]
    [InlineData("Ŧ ŋ", "t-n")]
    [InlineData("𝐇jelp", "hjelp")]
    [InlineData("ሓገዝ ድልዩ", "ሓገዝ-ድልዩ")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    [InlineData("𐌰𐌱", "𐌰𐌱")]
    [InlineData("a\uD800b", "a-b")]
    public void Words_become_the_last_segment_of_an_address(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Theory]
    [InlineData("nn", "nn nb")]
    [InlineData("nb-NO", "nb-NO nb")]
    [InlineData("prs", "prs fa en nb")]
    [InlineData("xx", "xx")]
    public void A_culture_is_answered_along_its_chain(string culture, string chain) =>
        Assert.Equal(chain.Split(' '), Cultures.AnswerChain(culture));

    [Fact]
    public void Dates_are_gregorian_with_latin_digits_in_every_culture() =>
        Assert.All(
            Cultures.All,
            culture =>
                Assert.Contains("2026", new DateTime(2026, 11, 22).ToString("d MMMM yyyy", culture.Formatting), StringComparison.Ordinal)
        );
}
