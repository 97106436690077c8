using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Settings;
using VoldCms.Hosting.Assets;
using VoldCms.IntegrationTests.Web;
using VoldCms.PublicSite.QuickExit;

namespace VoldCms.IntegrationTests.PublicSite.QuickExit;

public sealed class ExitTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const string Weather = "https://www.yr.no/";

    [Theory]
    [InlineData("/nb")]
    [InlineData("/stavanger/nb")]
    [InlineData("/stavanger/en/planer/trygg")]
    public async Task Every_page_has_a_plain_link_out_and_one_right_after_the_skip_link(string path) =>
        AssertWayOut(await ParseAsync(await site.GetPageAsync(path)));

    [Theory]
    [InlineData("/stavanger/nb/xx")]
    [InlineData("/xx")]
    public async Task Errors_have_it_too(string path)
    {
        using var response = await site.GetAsync(path);

        AssertWayOut(await ParseAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("nb", "Forlat siden", "Laster.", "trykk to ganger til", "trykk én gang til")]
    [InlineData("nn", "Forlat sida", "Lastar.", "trykk to gonger til", "trykk éin gong til")]
    [InlineData("en", "Exit this page", "Loading.", "press two more times", "press once more")]
    public async Task Every_language_has_the_words(string culture, string label, string leaving, string two, string one)
    {
        var bar = (await ParseAsync(await site.GetPageAsync($"/stavanger/{culture}"))).QuerySelector("[data-exit-bar]")!;

        Assert.EndsWith(label, bar.QuerySelector(".safety__exit")!.TextContent, StringComparison.Ordinal);
        var said = bar.QuerySelector("[role=status]")!;
        Assert.Equal(leaving, said.GetAttribute("data-leaving"));
        Assert.Contains(two, said.GetAttribute("data-two"), StringComparison.Ordinal);
        Assert.Contains(one, said.GetAttribute("data-one"), StringComparison.Ordinal);
        Assert.NotEqual("", said.GetAttribute("data-expired"));
    }

    [Fact]
    public async Task The_whole_script_is_small()
    {
        var page = await ParseAsync(await site.GetPageAsync("/stavanger/nb"));
        var script = Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src")!;

        using var plain = await site.GetAsync(script);

        Assert.Equal("text/javascript", plain.Content.Headers.ContentType!.MediaType);
        Assert.InRange(plain.Content.Headers.ContentLength!.Value, 1, 3 * 1024);
        Assert.Equal(script, site.Services.GetRequiredService<AssetCatalog>().Href("exit.js"));
    }

    [Theory]
    [InlineData("https://www.nrk.no/", "https://www.nrk.no/")]
    [InlineData("https://snl.no/vær", "https://snl.no/vær")]
    [InlineData(null, Weather)]
    [InlineData("", Weather)]
    [InlineData("http://www.nrk.no/", Weather)]
    [InlineData("https://www.nrk.no:8443/", Weather)]
    [InlineData("https://www.nrk.no@evil.example/", Weather)]
    [InlineData("https://www.nrk.no.evil.example/", Weather)]
    [InlineData("https://evil.example/", Weather)]
    [InlineData("javascript:alert(1)", Weather)]
    [InlineData("//www.nrk.no/", Weather)]
    [InlineData("/nb", Weather)]
    public void The_tenant_chooses_among_the_allowed_hosts(string? setting, string expected)
    {
        var exits = new ExitAddresses(Options.Create(new ExitOptions()), NullLogger<ExitAddresses>.Instance);
        var settings = new SiteSettings(
            new JsonObject
            {
                ["PublicSite"] = new JsonObject
                {
                    ["PublicSite"] = new JsonObject { ["ExitAddress"] = new JsonObject { ["Text"] = setting } },
                },
            }
        );

        Assert.Equal(expected, exits.Of(new() { Id = new(1), Name = "Test" }, settings));
    }

    [Theory]
    [InlineData(Weather, true)]
    [InlineData("http://www.yr.no/", false)]
    [InlineData("https://evil.example/", false)]
    public void A_wrong_default_stops_the_start(string address, bool isValid) =>
        Assert.Equal(isValid, new ExitOptionsCheck().Validate(null, new() { Default = address }).Succeeded);

    private static void AssertWayOut(IDocument page)
    {
        var first = page.QuerySelectorAll("body a").Take(2).Last();
        var ways = page.QuerySelectorAll("[data-exit]");

        Assert.Equal(2, ways.Length);
        Assert.Equal(first, ways[0]);
        Assert.All(
            ways,
            way =>
            {
                Assert.Equal(Weather, way.GetAttribute("href"));
                Assert.Equal("nofollow noreferrer", way.GetAttribute("rel"));
                Assert.Null(way.GetAttribute("target"));
                Assert.Null(way.GetAttribute("role"));
            }
        );
        Assert.Equal(page.QuerySelector("[data-exit-bar]"), ways[1].ParentElement!.ParentElement);
        Assert.Single(page.QuerySelectorAll("[data-exit-bar] [role=status]:empty"));
        Assert.Empty(page.QuerySelectorAll("link[rel=preconnect], link[rel=prefetch], link[rel=dns-prefetch]"));
    }

    private static async Task<IDocument> ParseAsync(string html) =>
        await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
}
