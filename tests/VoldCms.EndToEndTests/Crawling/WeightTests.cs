using System.Net;
using AngleSharp.Html.Parser;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>What a first visit costs on a slow phone: the page and everything that the browser fetches for it, as sent.</summary>
public sealed class WeightTests(SeededSite site)
{
    private const int LargestVisit = 50 * 1024;
    private const int LargestFront = 14 * 1024;
    private const int LargestScript = 3 * 1024;
    private const int MostRequests = 5;

    [Fact]
    public async Task Every_page_is_small()
    {
        var answers = await site.Crawled;
        var sizes = answers.ToDictionary(answer => answer.Path, answer => answer.WireBytes);
        var parser = new HtmlParser();
        var visits = (
            from page in answers
            where page.IsHtml
            let files = Links.ResourcesOf(parser.ParseDocument(page.Text)).ToList()
            select (
                page.Path,
                page.View,
                Html: page.WireBytes,
                Whole: page.WireBytes + files.Sum(file => sizes.GetValueOrDefault(file)),
                Requests: 1 + files.Count,
                Files: files
            )
        ).ToList();
        var fronts = visits.Where(visit => visit.View is { } view && view.EndsWith("/Front.cshtml", StringComparison.Ordinal)).ToList();
        var scripts = answers.Where(answer => answer.Path.EndsWith(".js", StringComparison.Ordinal)).ToList();

        Tell(visits.MaxBy(visit => visit.Whole), "heaviest page");
        Tell(fronts.MaxBy(visit => visit.Html), "heaviest front page");
        TestContext.Current.SendDiagnosticMessage(
            "most requests: {0}; script: {1} bytes",
            visits.Max(visit => visit.Requests),
            scripts.Sum(script => script.WireBytes)
        );

        Assert.NotEmpty(fronts);
        Faults.AssertNone(visits.Where(visit => visit.Whole > LargestVisit).Select(visit => $"{visit.Path}: {visit.Whole} bytes"));
        Faults.AssertNone(visits.Where(visit => visit.Requests > MostRequests).Select(visit => $"{visit.Path}: {visit.Requests} requests"));
        Faults.AssertNone(fronts.Where(visit => visit.Html >= LargestFront).Select(visit => $"{visit.Path}: {visit.Html} bytes of HTML"));
        Assert.True(scripts.Sum(script => script.WireBytes) <= LargestScript);

        static void Tell((string Path, string? View, int Html, int Whole, int Requests, List<string> Files) visit, string what) =>
            TestContext.Current.SendDiagnosticMessage(
                "{0}: {1}, {2} bytes in {3} requests, HTML {4}",
                what,
                visit.Path,
                visit.Whole,
                visit.Requests,
                visit.Html
            );
    }

    [Fact]
    public async Task Everything_comes_compressed()
    {
        Faults.AssertNone(
            from answer in await site.Crawled
            where
                answer.Status == HttpStatusCode.OK
                && answer.Headers["Content-Encoding"].SingleOrDefault() != "br"
                && !answer.Path.EndsWith(".svg", StringComparison.Ordinal)
            select $"{answer.Path}: {string.Join(", ", answer.Headers["Content-Encoding"])}"
        );
    }
}
