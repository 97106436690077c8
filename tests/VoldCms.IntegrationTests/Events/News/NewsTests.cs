namespace VoldCms.IntegrationTests.Events.News;

/// <summary>News and campaigns. No document has any: one is invented, and where there is none nothing leads there.</summary>
[Collection(EventMunicipalities.Name)]
public sealed class NewsTests(EventsSite site)
{
    [Fact]
    public async Task The_latest_comes_first_in_the_list_and_on_the_front_page_below_all_help()
    {
        string[] latestFirst = ["/mosseregionen/nb/aktuelt/uke", "/mosseregionen/nb/aktuelt/telefon"];
        var list = await site.ParseAsync("/mosseregionen/nb/aktuelt");
        var front = await site.ParseAsync("/mosseregionen/nb");

        Assert.Equal(latestFirst, list.QuerySelectorAll("main .card a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Kampanje 15.11.2026", list.QuerySelector("main .card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [.. latestFirst, "/mosseregionen/nb/aktuelt"],
            front.QuerySelectorAll("section[aria-labelledby=aktuelt] a").Select(link => link.GetAttribute("href"))
        );
        var regions = front.QuerySelectorAll("main section").Select(region => region.GetAttribute("aria-labelledby")).ToList();
        Assert.True(regions.IndexOf("aktuelt") > regions.IndexOf("hva"), string.Join(", ", regions));
    }

    [Fact]
    public async Task A_piece_of_news_has_its_words_clean_and_a_title_that_tells_nothing()
    {
        var page = await site.ParseAsync("/mosseregionen/nb/aktuelt/telefon");

        Assert.StartsWith("Aktuelt –", page.Title, StringComparison.Ordinal);
        Assert.Equal("Ny vakttelefon", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Ring oss.", page.QuerySelector("main .lead")!.TextContent);
        Assert.Equal("Den er åpen <strong>nå</strong>.", page.QuerySelector("main .prose p")!.InnerHtml);
        Assert.Null(page.QuerySelector("main script"));
    }

    [Theory]
    [InlineData("stavanger")]
    [InlineData("nykommune")]
    public async Task Where_there_is_none_the_page_says_so_and_nothing_leads_there(string municipality)
    {
        var front = await site.ParseAsync($"/{municipality}/nb");
        var list = await site.ParseAsync($"/{municipality}/nb/aktuelt");

        Assert.Empty(front.QuerySelectorAll("a[href$='/aktuelt'], section[aria-labelledby=aktuelt]"));
        Assert.Contains("Ingen nyheter", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("/aktuelt\"", await site.GetPageAsync($"/{municipality}/nb/a-aa"), StringComparison.Ordinal);
    }
}
