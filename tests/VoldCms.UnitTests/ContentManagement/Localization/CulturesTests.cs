using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using Xunit;

namespace VoldCms.UnitTests.ContentManagement.Localization;

/// <summary>Languages as phones, browsers and Orchard Core write them.</summary>
public sealed class CulturesTests
{
    private static readonly SiteSettings s_site = new(
        (JsonObject)
            JsonNode.Parse(
                """{ "LocalizationSettings": { "DefaultCulture": "nb", "SupportedCultures": ["nb","""
                    + """ "nn", "en", "prs", "fa", "kmr", "ckb", "ro", "fil", "zh-Hans", "se"] } }"""
            )!
    );

    [Theory]
    [
        InlineData("nb", "nb"),
        InlineData("NB", "nb"),
        InlineData("nb-NO", "nb"),
        InlineData("nb-no", "nb"),
        InlineData("nb-Latn-NO", "nb"),
        InlineData("nob", "nb"),
        InlineData("no-bok", "nb")
    ]
    [
        InlineData("no", "nb"),
        InlineData("no-NO", "nb"),
        InlineData("nor", "nb"),
        InlineData("nn-NO", "nn"),
        InlineData("nno", "nn"),
        InlineData("no-nyn", "nn"),
        InlineData("No-Nyn", "nn")
    ]
    [
        InlineData("en-US", "en"),
        InlineData("en-GB-oed", "en"),
        InlineData("EN_GB_OED", "en"),
        InlineData("en_GB", "en"),
        InlineData("zh_TW", "zh-Hans"),
        InlineData("nn_NO", "nn"),
        InlineData("no_nyn", "nn"),
        InlineData("fa_AF", "prs"),
        InlineData("en-US-u-fw-mon-mu-celsius", "en"),
        InlineData("en-x-no", "en"),
        InlineData("en-Latn-US-x-twain", "en")
    ]
    [
        InlineData("iw", "nb"),
        InlineData("he-IL", "nb"),
        InlineData("in-ID", "nb"),
        InlineData("ji", "nb"),
        InlineData("sh", "nb"),
        InlineData("sr-Latn-RS", "nb"),
        InlineData("mo", "ro"),
        InlineData("ro-MD", "ro")
    ]
    [
        InlineData("tl", "fil"),
        InlineData("fil-PH", "fil"),
        InlineData("fa-AF", "prs"),
        InlineData("fa-Arab-AF", "prs"),
        InlineData("fa-IR-u-nu-arabext", "fa"),
        InlineData("pes", "fa"),
        InlineData("prs", "prs")
    ]
    [
        InlineData("ku", "kmr"),
        InlineData("ku-TR", "kmr"),
        InlineData("ku-IQ", "ckb"),
        InlineData("ku-Arab-IQ", "ckb"),
        InlineData("ckb-IQ", "ckb")
    ]
    [
        InlineData("zh", "zh-Hans"),
        InlineData("zh-CN", "zh-Hans"),
        InlineData("zh-Hans-TW", "zh-Hans"),
        InlineData("zh-Hant-TW", "zh-Hans"),
        InlineData("zh-cmn-Hans-CN", "zh-Hans"),
        InlineData("zh-yue-HK", "zh-Hans"),
        InlineData("zh-min-nan", "zh-Hans")
    ]
    [
        InlineData("ar-EG", "en"),
        InlineData("uk", "en"),
        InlineData("smj-NO", "se"),
        InlineData("sma", "se"),
        InlineData("sme", "se"),
        InlineData("ur-Latn-PK", "en")
    ]
    [
        InlineData("da", "nb"),
        InlineData("sv-SE", "nb"),
        InlineData("rom", "nb"),
        InlineData("ta-IN", "nb"),
        InlineData("de-CH-1996", "nb"),
        InlineData("sl-rozaj-biske-1994", "nb"),
        InlineData("es-419", "en")
    ]
    [
        InlineData("und", "nb"),
        InlineData("mul", "nb"),
        InlineData("x-mine", "nb"),
        InlineData("i-klingon", "nb"),
        InlineData("qaa-Qaaa-QM-x-southern", "nb")
    ]
    public void Somebody_is_answered_in_the_nearest_language_of_the_site(string asked, string expected) =>
        Assert.Equal(expected, s_site.CultureFor(asked));

    [Fact]
    public void Each_language_that_this_machine_knows_is_answered_in_one_that_the_site_has()
    {
        string[] names =
        [
            .. CultureInfo.GetCultures(CultureTypes.AllCultures).Select(culture => culture.Name).Where(name => name.Length > 0),
        ];

        Assert.True(names.Length > 300);
        Assert.All(names, name => Assert.True(LanguageTag.TryParse(name, out _), name));
        Assert.All(names, name => Assert.Contains(s_site.CultureFor(name), s_site.SupportedCultures));
    }

    [Theory]
    [
        InlineData("ar-EG-u-ca-gregory-nu-latn-hc-h23"),
        InlineData("de-a-value"),
        InlineData("en-t-jp-x-priv"),
        InlineData("hy-Latn-IT-arevela"),
        InlineData("az-Arab-x-AZE-derbend"),
        InlineData("zh-gan-hak-min-CN")
    ]
    [
        InlineData("i-default"),
        InlineData("sgn-BE-FR"),
        InlineData("art-lojban"),
        InlineData("abcd"),
        InlineData("X-Whatever"),
        InlineData("de-1901-1901")
    ]
    public void A_language_tag_is_known_by_its_form(string tag) => Assert.True(LanguageTag.TryParse(tag, out _));

    [Theory]
    [
        InlineData(""),
        InlineData("*"),
        InlineData("?"),
        InlineData("n"),
        InlineData("_"),
        InlineData("nb_"),
        InlineData("_nb"),
        InlineData("nb__NO"),
        InlineData("nb-"),
        InlineData("-nb"),
        InlineData("nb--NO"),
        InlineData("nb NO"),
        InlineData("nb\n"),
        InlineData(" nb"),
        InlineData("nb,nn")
    ]
    [
        InlineData("no-NO-NY"),
        InlineData("en_US.UTF-8"),
        InlineData("C.utf8"),
        InlineData("nørsk"),
        InlineData("n\u212A"),
        InlineData("nb-x"),
        InlineData("en-u"),
        InlineData("ar-a-aaa-b"),
        InlineData("abcdefghi"),
        InlineData("12"),
        InlineData("i-nothing")
    ]
    [InlineData("nb;q=0.5"), InlineData("' OR 1=1"), InlineData("nb\0")]
    public void What_is_no_language_tag_is_none(string text) => Assert.False(LanguageTag.TryParse(text, out _));

    [Fact]
    public void A_tag_longer_than_anybody_sends_is_none() =>
        Assert.False(LanguageTag.TryParse("en-" + string.Join('-', Enumerable.Repeat("abcdefgh", 40)), out _));

    [Fact]
    public void A_site_whose_default_stands_in_no_chain_answers_with_it_at_last()
    {
        var site = new SiteSettings(
            (JsonObject)JsonNode.Parse("""{ "LocalizationSettings": { "DefaultCulture": "nn", "SupportedCultures": ["se", "nn"] } }""")!
        );

        Assert.Equal(
            ("nn", "nn", "se", "nn"),
            (site.CultureFor("nb"), site.CultureFor("da"), site.CultureFor("sma"), site.CultureFor("no"))
        );
        Assert.Equal(["nb", "nn"], site.AnswerChain("nb"));
        Assert.Equal(["ta-IN", "nn"], site.AnswerChain("ta-IN"));
    }

    [Fact]
    public void Names_of_one_language_are_no_fallbacks()
    {
        Assert.Equal(["nb-NO", "nb"], Cultures.NamesOf("nb-NO"));
        Assert.Equal(["no", "nb", "nn"], Cultures.NamesOf("no"));
        Assert.Equal(["zh-TW", "zh-Hant"], Cultures.NamesOf("zh-TW"));
        Assert.Equal(["zh-TW", "zh-Hant"], Cultures.NamesOf("zh_TW"));
        Assert.Equal(["da"], Cultures.NamesOf("da"));
    }
}
