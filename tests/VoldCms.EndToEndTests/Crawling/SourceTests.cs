using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>What stands in the source of every page.</summary>
public sealed class SourceTests(SeededSite site)
{
    // Words that would give somebody away in an address, the browser's history or a tab. In the languages that the pages are in.
    private static readonly string[] s_telling =
    [
        "vold",
        "overgrep",
        "mishandl",
        "voldtekt",
        "incest",
        "trakassering",
        "violence",
        "abuse",
        "assault",
        "rape",
        "عنف",
    ];

    [Fact]
    public async Task Nothing_is_inline()
    {
        Faults.AssertNone(
            from page in await PagesAsync()
            from element in page.Document.All
            where
                element is { LocalName: "style" }
                || (element is { LocalName: "script" } && (!element.HasAttribute("src") || element.TextContent.Length > 0))
                || element.HasAttribute("style")
                || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                || element.Attributes.Any(attribute =>
                    attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                )
            select $"{page.Path}: {TagOf(element)}"
        );
    }

    [Fact]
    public async Task Nothing_is_fetched_from_elsewhere()
    {
        Faults.AssertNone(
            from page in await PagesAsync()
            from resource in Links.ResourcesOf(page.Document)
            where !resource.StartsWith("/assets/", StringComparison.Ordinal)
            select $"{page.Path}: {resource}"
        );
        Faults.AssertNone(
            from page in await PagesAsync()
            from element in page.Document.QuerySelectorAll(
                "link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch], "
                    + "link[rel~=manifest], meta[http-equiv], base, iframe, object, embed"
            )
            select $"{page.Path}: {TagOf(element)}"
        );
    }

    [Fact]
    public async Task A_link_to_elsewhere_takes_nothing_along_and_stays_in_the_tab()
    {
        Faults.AssertNone(
            from page in await PagesAsync()
            from link in page.Document.QuerySelectorAll("a[href], area[href]")
            let href = link.GetAttribute("href")!
            where
                link.HasAttribute("target")
                || (
                    href.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                    && !(link.HasAttribute("data-exit") ? Has(link, "noreferrer", "nofollow") : Has(link, "noreferrer", "noopener"))
                )
            select $"{page.Path}: {TagOf(link)}"
        );

        static bool Has(IElement link, params ReadOnlySpan<string> wanted)
        {
            var rel = (link.GetAttribute("rel") ?? "").Split(' ');
            foreach (var word in wanted)
            {
                if (!rel.Contains(word))
                {
                    return false;
                }
            }

            return true;
        }
    }

    [Fact]
    public async Task Nothing_says_what_made_it()
    {
        Faults.AssertNone(
            from page in await site.Crawled
            where page.Text.Contains("VoldCms", StringComparison.OrdinalIgnoreCase)
            select page.Path
        );
    }

    [Fact]
    public async Task No_address_and_no_title_gives_anybody_away()
    {
        Faults.AssertNone(
            from page in await PagesAsync()
            from text in new[] { Uri.UnescapeDataString(page.Path), page.Document.Title ?? "" }
            from word in s_telling
            where text.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{page.Path}: {text}"
        );
    }

    [Fact]
    public async Task Every_page_names_its_language_and_the_others_by_their_own_names()
    {
        Faults.AssertNone(
            from page in await PagesAsync()
            let culture = page.Path.Split('/', '?') is [_, _, var named and ("nb" or "nn" or "en" or "ar" or "fa"), ..] ? named : null
            where culture is not null
            from fault in LanguageFaults(page.Document, culture)
            select $"{page.Path}: {fault}"
        );
    }

    /// <summary>Each page's own address is a page that says the same of itself, and every alternate names the same set.</summary>
    [Fact]
    public async Task A_page_and_its_alternates_say_the_same_of_each_other()
    {
        var pages = (await PagesAsync())
            .Where(page => page.Document.QuerySelector("link[rel=canonical]") is not null)
            .ToDictionary(page => page.Path, page => (Canonical: CanonicalOf(page.Document), Alternates: AlternatesOf(page.Document)));

        Assert.True(pages.Count > 500, $"{pages.Count} pages are too few to be the site.");
        Assert.Contains(pages, page => page.Value.Canonical != page.Key && !page.Key.Contains('?', StringComparison.Ordinal));
        Faults.AssertNone(
            from page in pages
            from fault in FaultsOf(page.Key, page.Value.Canonical, page.Value.Alternates)
            select $"{page.Key}: {fault}"
        );

        IEnumerable<string> FaultsOf(string path, string canonical, List<(string Language, string Href)> alternates)
        {
            if (pages.TryGetValue(canonical, out var own) ? own.Canonical != canonical : Crawl.IsWanted(canonical))
            {
                yield return $"its own address {canonical} is not one";
            }

            if (canonical != path && alternates.Count > 0)
            {
                yield return $"it is {canonical}, and has alternates";
            }

            if (canonical == path && alternates.Count > 0 && alternates.All(alternate => alternate.Href != path))
            {
                yield return "it is not among its alternates";
            }

            foreach (
                var (_, href) in alternates.Where(alternate =>
                    pages.ContainsKey(alternate.Href) && !pages[alternate.Href].Alternates.SequenceEqual(alternates)
                )
            )
            {
                yield return $"{href} names others";
            }
        }

        static string CanonicalOf(IDocument page) => page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;

        static List<(string Language, string Href)> AlternatesOf(IDocument page) =>
            [
                .. page.QuerySelectorAll("link[rel=alternate][hreflang]")
                    .Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!)),
            ];
    }

    private static string TagOf(IElement element) =>
        $"<{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => $"{attribute.Name}='{attribute.Value}'"))}>";

    private static IEnumerable<string> LanguageFaults(IDocument page, string culture)
    {
        var html = page.DocumentElement;
        if (html.GetAttribute("lang") != culture || html.GetAttribute("dir") != (culture is "ar" or "fa" ? "rtl" : "ltr"))
        {
            yield return $"<html lang={html.GetAttribute("lang")} dir={html.GetAttribute("dir")}>";
        }

        var picker = page.QuerySelectorAll(".languages a").ToList();
        if (picker.Count < 3 || picker.Any(link => link.GetAttribute("lang") != link.GetAttribute("hreflang") || !link.HasAttribute("dir")))
        {
            yield return "the picker of languages";
        }

        if (picker.Count(link => link.HasAttribute("aria-current")) != 1)
        {
            yield return "the picker's current language";
        }

        var alternates = page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => link.GetAttribute("hreflang")!).ToList();
        if (alternates.Count > 0 && !alternates.Contains("x-default"))
        {
            yield return "x-default";
        }

        if (alternates.Distinct().Count() != alternates.Count)
        {
            yield return "a language that is given twice";
        }
    }

    private async Task<List<(string Path, IDocument Document)>> PagesAsync()
    {
        var parser = new HtmlParser();
        return
        [
            .. (await site.Crawled)
                .Where(answer => answer.IsHtml)
                .Select(answer => (answer.Path, (IDocument)parser.ParseDocument(answer.Text))),
        ];
    }
}
