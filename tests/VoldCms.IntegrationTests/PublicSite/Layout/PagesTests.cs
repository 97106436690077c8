using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.PublicSite.Layout;

public sealed class PagesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    public static TheoryData<string> EveryKindOfPage =>
        [
            "/",
            "/en",
            "/stavanger/nb",
            "/stavanger/nn/planer",
            "/stavanger/en/planer/trygg",
            "/stavanger/nb/planer/trygg?tema=2&ansvar=4349gf3f",
            "/stavanger/nb/tiltak/trygg/2-2",
        ];

    [Theory, MemberData(nameof(EveryKindOfPage))]
    public async Task A_page_is_small_discreet_and_whole(string path)
    {
        var html = await site.GetPageAsync(path);
        var page = await ParseAsync(html);

        Assert.True(html.Length < 50_000, $"{html.Length} characters");
        Assert.DoesNotContain("VoldCms", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("vold", page.Title!, StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal(
            ["tel:112", "tel:116006", "tel:110", "tel:113"],
            page.QuerySelectorAll(".emergency a").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal("#main", page.QuerySelector("body > a:first-child")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], iframe"));
        Assert.Empty(
            page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key)
        );
        Assert.All(
            page.QuerySelectorAll("link[href]:not([rel=alternate]):not([rel=canonical]), img[src], script[src]"),
            element => Assert.StartsWith("/assets/", element.GetAttribute("href") ?? element.GetAttribute("src"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Every_link_of_the_site_answers()
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(["/nb"]);
        while (waiting.TryDequeue(out var path))
        {
            var page = await ParseAsync(await site.GetPageAsync(path));
            foreach (
                var href in page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).Where(href => href.StartsWith('/'))
            )
            {
                if (seen.Add(href.Split('#')[0]))
                {
                    waiting.Enqueue(href.Split('#')[0]);
                }
            }
        }

        Assert.Contains("/stavanger/nn/tiltak/trygg/6-7", seen);
    }

    [Fact]
    public async Task The_plan_shows_its_41_measures_in_six_tables_and_the_decision()
    {
        var page = await ParseAsync(await site.GetPageAsync("/stavanger/nb/planer/trygg"));

        Assert.Equal("Handlingsplan til 2020 – Stavanger kommune", page.Title);
        Assert.Equal("Trygg – fri fra vold – Handlingsplan mot vold i nære relasjoner", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(6, page.QuerySelectorAll("table").Length);
        Assert.Equal(41, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            ["Tiltak", "Ansvar"],
            page.QuerySelectorAll("table:first-of-type th[scope=col]").Take(2).Select(cell => cell.TextContent)
        );
        Assert.Equal(2, page.QuerySelectorAll(".decision > ol > li").Length);
        Assert.Equal("/stavanger/nb/tiltak/trygg/1-8", page.QuerySelector(".decision a")!.GetAttribute("href"));
        Assert.NotNull(page.GetElementById("m-2-2"));
        Assert.Equal(
            ["41 tiltak", "Møter, nettverk og råd", "Programmer og kurs", "Hvem har ansvar", "Årshjul", "Hele planen til utskrift"],
            page.QuerySelectorAll(".page-links a").Select(link => link.TextContent)
        );
    }

    [Fact]
    public async Task Filters_narrow_the_table_and_count_what_they_would_leave()
    {
        var page = await ParseAsync(await site.GetPageAsync("/stavanger/nb/planer/trygg?tema=2&ansvar=43smxynm"));

        Assert.Equal(4, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("4 av 41 tiltak", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Avdekking av vold i nære relasjoner 4", "Direktør oppvekst og utdanning 4"],
            page.QuerySelectorAll(".filter a[aria-current]").Select(link => link.TextContent.Trim())
        );
        Assert.Contains(
            page.QuerySelectorAll(".filter a"),
            link =>
                link.TextContent.Trim() == "Direktør helse og velferd 6"
                && link.GetAttribute("href") == "/stavanger/nb/planer/trygg?tema=2&ansvar=4349gf3f#tiltak"
        );
    }

    [Theory]
    [InlineData("?tema=99")]
    [InlineData("?tema=0")]
    [InlineData("?tema=-1&ansvar=x%22%3E%3Cscript%3E")]
    [InlineData("?ansvar=")]
    [InlineData("?other=1")]
    public async Task Unknown_codes_are_passed_over(string query)
    {
        var html = await site.GetPageAsync($"/stavanger/nb/planer/trygg{query}");
        var page = await ParseAsync(html);

        Assert.Equal(41, page.QuerySelectorAll("tbody tr").Length);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_shows_its_cells_and_the_way_to_its_neighbours()
    {
        var page = await ParseAsync(await site.GetPageAsync("/stavanger/nn/tiltak/trygg/2-2"));

        Assert.Equal("Tiltak 2.2 – Handlingsplan til 2020 – Stavanger kommune", page.Title);
        Assert.Equal("Innføre hospiteringsordninger for ansatte i Stavanger kommune:", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("nb", page.QuerySelector("h1")!.Closest("[lang]")!.GetAttribute("lang"));
        Assert.Equal("nn", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            [
                "Rådgiverne ved Stavangerskolene tilbys hospitering hos Barneverntjenesten",
                "NAV- og HSK-ansatte tilbys hospitering ved Krisesenteret",
            ],
            page.QuerySelectorAll("article .prose li").Select(point => point.TextContent)
        );
        Assert.Equal(
            ["Ansvar", "Del av planen", "Plan", "Alt dei har ansvar for"],
            page.QuerySelectorAll("dt").Select(name => name.TextContent)
        );
        Assert.Equal("/stavanger/nn/tiltak/trygg/2-1", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/stavanger/nn/tiltak/trygg/2-3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.DoesNotContain("Ett tiltak med to kulepunkter", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_and_the_last_measure_have_one_neighbour()
    {
        var first = await ParseAsync(await site.GetPageAsync("/stavanger/nb/tiltak/trygg/1-1"));
        var last = await ParseAsync(await site.GetPageAsync("/stavanger/nb/tiltak/trygg/6-7"));

        Assert.Null(first.QuerySelector("a[rel=prev]"));
        Assert.NotNull(first.QuerySelector("a[rel=next]"));
        Assert.NotNull(last.QuerySelector("a[rel=prev]"));
        Assert.Null(last.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task The_language_picker_leads_to_the_same_page_with_the_same_filter()
    {
        var page = await ParseAsync(await site.GetPageAsync("/stavanger/nb/planer/trygg?tema=2"));

        Assert.Equal(
            [
                "Bokmål nb /stavanger/nb/planer/trygg?tema=2",
                "Nynorsk nn /stavanger/nn/planer/trygg?tema=2",
                "English en /stavanger/en/planer/trygg?tema=2",
            ],
            page.QuerySelectorAll(".languages a")
                .Select(link => $"{link.TextContent} {link.GetAttribute("lang")} {link.GetAttribute("href")}")
        );
    }

    private static async Task<IDocument> ParseAsync(string html) =>
        await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
}
