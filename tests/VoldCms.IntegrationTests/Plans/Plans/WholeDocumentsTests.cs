using AngleSharp.Dom;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Plans.Plans;

/// <summary>Every word of the five documents stands on the pages of its plan, less what is left out by right.</summary>
public sealed class WholeDocumentsTests(PlansSite site) : IClassFixture<PlansSite>
{
    private const double MostLeftOut = 2;

    // Lines of the texts. Names of private persons: who worked on Tønsberg's plan, wrote and designed it, and who signed Porsgrunn's.
    // Running titles with the number of their page: 517, 627 and 806 of Tønsberg's; 380 and 470 of Porsgrunn's.
    private static readonly Dictionary<string, int[]> s_leftOut = new()
    {
        ["002"] = [.. Enumerable.Range(176, 14), 204, 205, 206, 517, 627, 806],
        ["004"] = [44, 380, 470],
    };

    public static TheoryData<string, string, string?, double> Documents =>
        new()
        {
            { "000", "/porsgrunn/nb/planer/tiltaksplan", "/porsgrunn/nb/hjelp/veileder/kommunale-handlingsplaner", 99.5 },
            { "001", "/stavanger/nb/planer/trygg", null, 99.5 },
            { "002", "/tonsberg/nb/planer/temaplan", null, 99.5 },
            { "003", "/mosseregionen/nb/planer/handlingsplan", "/mosseregionen/nb/planer/handlingsplan/status-2018-06-15", 99.5 },
            { "004", "/porsgrunn/nb/planer/forebyggende", null, 58 },
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

        var (words, missing) = MissingWords.Find([.. printed.Select((line, index) => leftOut.Contains(index + 1) ? "" : line)], pages);

        var share = 100.0 * (words - missing.Count) / words;
        var said = $"{document}: {share:0.00} % of {words} words.\n" + string.Join('\n', Lines(missing));
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(share >= atLeast, said);
        Assert.InRange(100.0 * leftOut.Sum(line => MissingWords.Count(printed[line - 1])) / words, 0, MostLeftOut);
    }

    // The numbers of an ordered list are printed by the browser.
    private static string NumberedWords(IElement list) =>
        string.Join(' ', list.Children.Select((point, index) => $"{index + 1} {point.Words()}"));

    private static IEnumerable<string> Lines(IEnumerable<(int Line, string Word)> missing) =>
        missing.GroupBy(word => word.Line).Select(line => $"{line.Key}: {string.Join(' ', line.Select(word => word.Word))}");
}
