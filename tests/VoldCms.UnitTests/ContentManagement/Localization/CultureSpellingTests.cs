using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.UnitTests.ContentManagement.Localization;

/// <summary>Cultures as Orchard Core and .NET name them come to the one spelling of the table.</summary>
public sealed class CultureSpellingTests
{
    [Theory]
    [InlineData("nb-NO", "nb")]
    [InlineData("NB", "nb")]
    [InlineData("nb_NO", "nb")]
    [InlineData("nn-NO", "nn")]
    [InlineData("en-GB", "en")]
    [InlineData("no-NO", "no")]
    [InlineData("se-NO", "se")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-hans-cn", "zh-Hans")]
    [InlineData("fa-AF", "prs")]
    [InlineData("da", "da")]
    public void A_culture_has_one_name(string given, string name) => Assert.Equal(name, Cultures.Canonical(given));

    [Theory]
    [InlineData("nb-NO", "nb nn en", "nb")]
    [InlineData("no", "nb nn en", "nb")]
    [InlineData("no-NO", "nb nn en", "nb")]
    [InlineData("nb", "no en", null)]
    [InlineData("NN", "nb nn en", "nn")]
    [InlineData("en-US", "nb nn en", "en")]
    [InlineData("nn", "nb en", null)]
    [InlineData("da", "nb nn en", null)]
    [InlineData("", "nb", null)]
    public void The_sites_culture_of_a_language_is_found_and_never_anothers(string given, string served, string? found) =>
        Assert.Equal(found, Cultures.FindAmong(given, served.Split(' ')));

    [Theory]
    [InlineData("""{ "DefaultCulture": "nb-NO", "SupportedCultures": [ "nb-NO", "NN", "en-GB", "nb" ] }""", "nb", "nb nn en")]
    [InlineData("""{ "DefaultCulture": "no", "SupportedCultures": [ "nb", "nn" ] }""", "nb", "nb nn")]
    [InlineData("""{ "DefaultCulture": "nn-NO" }""", "nn", "nn")]
    [InlineData("""{ "SupportedCultures": [ "" ] }""", "nb", "nb")]
    [InlineData("{}", "nb", "nb")]
    public void A_sites_settings_are_read_so(string localization, string expectedDefault, string expected)
    {
        var settings = new SiteSettings(new JsonObject { ["LocalizationSettings"] = JsonNode.Parse(localization) });

        Assert.Equal(expectedDefault, settings.DefaultCulture);
        Assert.Equal(expected, string.Join(' ', settings.SupportedCultures));
    }
}
