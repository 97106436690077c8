using System.Xml.Linq;
using AngleSharp.Html.Parser;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>A municipality's sitemaps and what links lead to are the same pages.</summary>
public sealed class SitemapTests(SeededSite site)
{
    private static readonly XNamespace s_map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task Every_page_with_an_address_of_its_own_is_in_the_map_of_its_language(string culture)
    {
        using var client = site.MakeClient();
        var map = XDocument.Parse(await client.GetStringAsync($"/stavanger/{culture}/sitemap.xml", TestContext.Current.CancellationToken));
        var mapped = map.Descendants(s_map + "loc").Select(address => new Uri(address.Value).AbsolutePath).ToHashSet();
        var parser = new HtmlParser();
        var crawled = (await site.Crawled)
            .Where(page => page.IsHtml && (page.Path + "/").StartsWith($"/stavanger/{culture}/", StringComparison.Ordinal))
            .Where(page => parser.ParseDocument(page.Text).QuerySelector("link[rel=canonical]")?.GetAttribute("href") == page.Path)
            .Select(page => page.Path)
            .ToHashSet();

        Assert.True(crawled.Count > 20, $"{crawled.Count} pages are too few to be the site.");
        Faults.AssertNone(crawled.Except(mapped).Select(path => $"{path} is not in the map"));
        Faults.AssertNone(mapped.Except(crawled).Select(path => $"{path} is in the map, and no link leads there"));
    }
}
