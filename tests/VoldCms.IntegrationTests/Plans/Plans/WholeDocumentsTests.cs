using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Plans;

/// <summary>Every word of the five documents stands on the pages of its plan, less what is left out by right.</summary>
[Collection(SharedPlansSite.Name)]
public sealed class WholeDocumentsTests(PlansSite site)
{
    private const double MostLeftOut = 2;

    // Lines of the texts. Names of private persons: who worked on Tønsberg's plan, wrote and designed it, and who signed Porsgrunn's.
    // Running titles with the number of their page: 517, 627 and 806 of Tønsberg's; 380 and 470 of Porsgrunn's.
    private static readonly Dictionary<string, int[]> s_leftOut = new()
    {
        ["002"] = [.. Enumerable.Range(176, 14), 204, 205, 206, 517, 627, 806],
        ["004"] = [44, 380, 470],
    };

    // Lines of tables, whose columns stand apart on the page: DocumentPagesTests holds their cells one by one.
    private static readonly Dictionary<string, Range[]> s_tables = new()
    {
        ["000"] = [37..714],
        ["001"] = [70..367],
        ["002"] = [954..1547, 1755..1887],
        ["003"] = [1..1237],
        ["004"] = [1384..1664, 1702..3038],
    };

    public static TheoryData<string, string, string?, double> Documents =>
        new()
        {
            { "000", "/porsgrunn/nb/planer/tiltaksplan", "/porsgrunn/nb/hjelp/veileder/kommunale-handlingsplaner", 99.5 },
            { "001", "/stavanger/nb/planer/trygg", null, 99.5 },
            { "002", "/tonsberg/nb/planer/temaplan", null, 99.5 },
            { "003", "/mosseregionen/nb/planer/handlingsplan", "/mosseregionen/nb/planer/handlingsplan/status-2018-06-15", 99.5 },
            { "004", "/porsgrunn/nb/planer/forebyggende", null, 99.5 },
        };

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_word_of_the_document_stands_on_its_plans_pages(string document, string plan, string? more, double atLeast)
    {
        var printed = PrintedDocuments.Read(document);
        var leftOut = s_leftOut.GetValueOrDefault(document, []);
        var pages = new List<string>();
        foreach (var address in new[] { plan, $"{plan}/dokument", $"{plan}/bakgrunn", more }.OfType<string>())
        {
            using var answer = await site.GetAsync(address);
            if (answer.IsSuccessStatusCode)
            {
                var main = (await site.GetPageAsync(address)).QuerySelector("main")!;
                pages.Add(main.Words());
                pages.AddRange(main.QuerySelectorAll("ol").Select(NumberedWords));
                pages.AddRange(main.QuerySelectorAll("a[href^=http]").Select(link => link.GetAttribute("href")!));
            }
        }

        var (words, missing) = MissingWords.Find(
            [.. printed.Select((line, index) => leftOut.Contains(index + 1) ? "" : line)],
            line => s_tables[document].Any(table => table.Start.Value <= line && line < table.End.Value),
            pages
        );

        var share = 100.0 * (words - missing.Count) / words;
        var said = $"{document}: {share:0.00} % of {words} words.\n" + string.Join('\n', Lines(missing));
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(share >= atLeast, said);
        Assert.InRange(100.0 * leftOut.Sum(line => MissingWords.Count(printed[line - 1])) / words, 0, MostLeftOut);
    }

    /// <summary>The plan's page leads to the chapters, and the table of contents to everything, in the order of the page.</summary>
    [Theory]
    [InlineData("/tonsberg/nb/planer/temaplan", "Innledning", "6 Tiltaksområder")]
    [InlineData("/porsgrunn/en/planer/forebyggende", "Forord", "Vedlegg")]
    public async Task The_chapters_can_be_found_from_the_plan_and_from_the_contents(string plan, string first, string later)
    {
        var whole = await site.GetPageAsync($"{plan}/dokument");
        var contents = whole.QuerySelectorAll("nav[aria-labelledby=innhold] a").Select(link => link.GetAttribute("href")![1..]).ToList();
        var headings = whole.QuerySelectorAll("main h2[id], main h3[id]").Select(heading => heading.Id!).Where(contents.Contains).ToList();
        var chapters = (await site.GetPageAsync(plan)).QuerySelectorAll("section[aria-labelledby=kapitler] a").ToList();

        Assert.True(contents.Count > 20, $"{contents.Count} parts");
        Assert.Equal(headings, contents);
        Assert.All(chapters, chapter => Assert.StartsWith($"{plan}/dokument#", chapter.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(chapters, chapter => Assert.Contains(chapter.GetAttribute("href")!.Split('#')[1], contents));
        Assert.True(
            chapters.FindIndex(chapter => chapter.TextContent.EndsWith(first, StringComparison.Ordinal))
                < chapters.FindIndex(chapter => chapter.TextContent == later)
        );
        Assert.All(
            chapters,
            chapter => Assert.Equal("nb", (chapter.QuerySelector("[lang]") ?? chapter).Closest("[lang]")!.GetAttribute("lang"))
        );
    }

    /// <summary>The names that the lists of lines stand for are on no page, and the page says that something is left out.</summary>
    [Theory]
    [InlineData("002", "/tonsberg/nb/planer/temaplan", 177, 189)]
    [InlineData("004", "/porsgrunn/nb/planer/forebyggende", 44, 44)]
    public async Task Names_of_private_persons_are_left_out_and_the_page_says_so(string document, string plan, int from, int to)
    {
        var names = string.Join(' ', PrintedDocuments.Read(document).Skip(from - 1).Take(to - from + 1))
            .Split('(', ')', '/', ',')
            .Select(PageWords.Normalize)
            .Where(part =>
                part.Split(' ') is { Length: 2 or 3 } words && words.All(word => word is [var letter, ..] && char.IsUpper(letter))
            )
            .ToList();
        var pages = new[] { await site.GetPageAsync(plan), await site.GetPageAsync($"{plan}/dokument") };

        Assert.NotEmpty(names);
        Assert.All(
            pages,
            page =>
            {
                Assert.All(names, name => Assert.DoesNotContain(name, page.Body!.Words(), StringComparison.Ordinal));
                Assert.Contains(page.QuerySelectorAll("dt"), name => name.TextContent == "Utelatt her");
            }
        );
    }

    // The numbers of an ordered list are printed by the browser.
    private static string NumberedWords(IElement list) =>
        string.Join(' ', list.Children.Select((point, index) => $"{index + 1} {point.Words()}"));

    private static IEnumerable<string> Lines(IEnumerable<(int Line, string Word)> missing) =>
        missing.GroupBy(word => word.Line).Select(line => $"{line.Key}: {string.Join(' ', line.Select(word => word.Word))}");
}
