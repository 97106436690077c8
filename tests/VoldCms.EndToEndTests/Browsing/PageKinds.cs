using System.Collections.Immutable;
using VoldCms.EndToEndTests.Crawling;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Browsing;

/// <summary>A page of every kind: of each Razor Page the fullest one that the crawl met, and what only a visitor makes.</summary>
internal static class PageKinds
{
    private static readonly ImmutableArray<string> s_made =
    [
        "/",
        "/stavanger/nb/tilbud?h=2&t=1",
        "/stavanger/nb/hjelp/na",
        "/stavanger/nb/skjul-besoket",
        "/stavanger/nb/personvern",
        "/stavanger/nb/tilgjengelighet",
        "/stavanger/nb/finnes-ikke",
        "/finnes-ikke",
    ];

    /// <summary>Their paths; the list is longer when a module brings a new page, without a word from the tests.</summary>
    public static async Task<ImmutableArray<string>> ListAsync(SeededSite site)
    {
        var kinds = (await site.Crawled)
            .Where(page => page.View is not null && !page.Path.StartsWith("/prove/", StringComparison.Ordinal))
            .GroupBy(page => page.View)
            .Select(alike => alike.MaxBy(page => page.Text.Length)!.Path)
            .ToList();
        Assert.True(kinds.Count >= 15, $"{kinds.Count} kinds of page are too few to be the site.");
        return [.. s_made.Union(kinds, StringComparer.Ordinal)];
    }

    /// <summary>The kinds of one municipality in another language, by the same paths.</summary>
    public static async Task<ImmutableArray<string>> ListArabicAsync(SeededSite site) =>
        [
            "/prove/ar/hjelp/hvor",
            .. (await site.Crawled)
                .Where(page => page.View is not null && page.Path.StartsWith("/prove/ar", StringComparison.Ordinal))
                .GroupBy(page => page.View)
                .Select(alike => alike.MaxBy(page => page.Text.Length)!.Path),
        ];
}
