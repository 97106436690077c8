using AngleSharp.Dom;

namespace VoldCms.IntegrationTests.HelpPages.Reference;

/// <summary>Kinds of violence, duties, laws and words.</summary>
[Collection(HelpMunicipalities.Name)]
public sealed class ReferencePagesTests(HelpPagesSite site)
{
    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Without_an_item_in_the_language_the_nearest_is_shown_and_says_so(string culture)
    {
        var page = await site.GetPageAsync($"/tonsberg/{culture}/hjelp/former/fysisk");

        Assert.Equal(culture, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Bokmål", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        var content = page.QuerySelector("main [lang=nb][dir=ltr]:has(h1)")!;
        Assert.Equal("Fysisk vold", content.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("link[rel=alternate]"));
        Assert.Equal("/tonsberg/nb/hjelp/former/fysisk", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["nb", "nn", "en"], page.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("href")!.Split('/')[2]));
    }

    [Fact]
    public async Task In_its_own_language_a_page_has_no_notice() =>
        Assert.Empty((await site.GetPageAsync("/tonsberg/nb/hjelp/former/fysisk")).QuerySelectorAll("main .notice"));

    [Theory]
    [InlineData("/tonsberg/nb/hjelp/former", "Fysisk vold")]
    [InlineData("/tonsberg/nb/hjelp/former", "Kilde:")]
    [InlineData("/tonsberg/nb/plikter", "Plikten til å avverge")]
    [InlineData("/tonsberg/nb/lover", "Krisesenterloven § 4")]
    [InlineData("/tonsberg/nb/ordliste", "Alternativ til vold")]
    public async Task The_lists_show_what_the_plan_explains(string path, string expected)
    {
        var page = await site.GetPageAsync(path);

        Assert.Contains(expected, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("vold", page.Title!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_duty_leads_to_its_laws_and_names_its_source()
    {
        var page = await site.GetPageAsync("/tonsberg/nb/plikter/avvergeplikt");

        var law = page.QuerySelectorAll(".facts a").First(link => link.TextContent == "Straffeloven § 139").GetAttribute("href")!;
        Assert.NotNull((await site.GetPageAsync(law.Split('#')[0])).GetElementById(law.Split('#')[1]));
        Assert.Contains(page.QuerySelectorAll("main a[rel='noreferrer noopener']"), link => link.GetAttribute("href") == "http://plikt.no");
    }

    /// <summary>Where no plan prints them, the laws that the duties name are listed, each with where it stands today.</summary>
    [Theory]
    [InlineData("stavanger", "nb", "Lovene som pliktene til å handle følger av")]
    [InlineData("mosseregionen", "nn", "Lovene som pliktene til å handle følgjer av")]
    [InlineData("stavanger", "en", "The laws that the duties to act follow from")]
    public async Task The_laws_of_the_duties_are_listed_where_no_plan_prints_them(string tenant, string culture, string lead)
    {
        var page = await site.GetPageAsync($"/{tenant}/{culture}/lover");
        var names = page.QuerySelectorAll("main h2").Select(law => law.TextContent).ToList();
        var duty = await site.GetPageAsync($"/{tenant}/{culture}/plikter/hindre");
        var law = duty.QuerySelectorAll("main a").Single(link => link.TextContent == "straffeloven § 196").GetAttribute("href")!;

        Assert.StartsWith(lead, page.QuerySelector("main .lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, names.Count);
        Assert.Contains("Barnevernsloven § 13-2", names);
        Assert.Empty(page.QuerySelectorAll("main .notice"));
        Assert.Equal("Straffeloven § 196", page.GetElementById(law.Split('#')[1])!.TextContent);
        Assert.Equal(9, page.QuerySelectorAll("main a[href^='https://lovdata.no/dokument/']").Length);
    }

    /// <summary>Tønsberg's plan prints three duties that are explained for everybody, introduces them, and names its source.</summary>
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task A_duty_stands_once_and_the_plans_words_below(string culture)
    {
        var page = await site.GetPageAsync($"/tonsberg/{culture}/plikter");
        var index = await site.GetPageAsync($"/tonsberg/{culture}/a-aa");

        Assert.Equal(["hindre", "melde", "taushet"], page.QuerySelectorAll(".cards a").Select(LastOf));
        Assert.Equal(
            [
                "nar-har-du-plikt-til-a-handle",
                "avvergeplikt",
                "meldeplikt-og-opplysningsplikt",
                "taushetsplikt",
                "privatpersoners-ansvar",
                "kilde",
            ],
            page.QuerySelectorAll("section[aria-labelledby=planen] li a").Select(LastOf)
        );
        Assert.Equal(
            3,
            index.QuerySelectorAll(".index a").Count(link => link.GetAttribute("href")!.Contains("/plikter/", StringComparison.Ordinal))
        );

        static string LastOf(IElement link) => link.GetAttribute("href")!.Split('/')[^1];
    }

    [Fact]
    public async Task What_a_plan_prints_of_laws_is_said_to_be_of_its_own_day()
    {
        var duty = await site.GetPageAsync("/tonsberg/nb/plikter/avvergeplikt");
        var laws = await site.GetPageAsync("/tonsberg/nb/lover");
        var explained = await site.GetPageAsync("/tonsberg/nb/plikter/hindre");

        Assert.All(
            [duty, laws, await site.GetPageAsync("/tonsberg/nb/plikter")],
            page => Assert.Equal("https://lovdata.no/", page.QuerySelector("main .notice a")!.GetAttribute("href"))
        );
        Assert.Contains("Temaplanen, 2024 – 2030", laws.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(duty.QuerySelector("main a[href='/tonsberg/nb/plikter/hindre']"));
        Assert.NotNull(explained.QuerySelector("main a[href='/tonsberg/nb/plikter/avvergeplikt']"));
        Assert.Empty(explained.QuerySelectorAll("main .notice"));
        Assert.Empty((await site.GetPageAsync("/stavanger/nb/plikter")).QuerySelectorAll("main .notice, section[aria-labelledby=planen]"));
    }

    /// <summary>A browser keeps the anchor in its history too.</summary>
    [Fact]
    public async Task A_words_anchor_says_nothing_of_what_was_read()
    {
        var words = (await site.GetPageAsync("/tonsberg/nb/ordliste"))
            .QuerySelectorAll("main [id^=ord-]")
            .Select(word => word.Id!)
            .ToList();

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Matches("^ord-[0-9a-z]{8}$", word));
        Assert.Equal(words.Distinct(), words);
        Assert.All(
            (await site.GetPageAsync("/tonsberg/nb/a-aa")).QuerySelectorAll(".index a[href*='/ordliste']"),
            link => Assert.Contains(link.GetAttribute("href")!.Split('#')[1], words)
        );
    }
}
