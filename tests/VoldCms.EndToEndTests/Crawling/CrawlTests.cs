using System.Net;
using VoldCms.EndToEndTests.Judges;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Crawling;

public sealed class CrawlTests(SeededSite site)
{
    [Fact]
    public async Task Every_link_answers()
    {
        var answers = (await site.Crawled).ToDictionary(answer => answer.Path);

        Assert.True(answers.Count > 500, $"{answers.Count} addresses are too few to be the site.");
        Faults.AssertNone(
            answers.Values.Where(answer => !Answers(answer)).Select(answer => $"{answer.Path} ({answer.LinkedFrom}): {answer.Status}")
        );

        bool Answers(CrawledPage answer) =>
            answer.Status == HttpStatusCode.OK
            || ((int)answer.Status is >= 300 and < 400 && answers[answer.Headers["Location"].Single()].Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_page_is_there_in_every_language_of_its_site()
    {
        var paths = (await site.Crawled)
            .Where(answer => answer.Status == HttpStatusCode.OK)
            .Select(answer => answer.Path.Split('?')[0])
            .ToHashSet();

        Faults.AssertNone(
            from path in paths
            where path.StartsWith("/stavanger/nb", StringComparison.Ordinal)
            from culture in new[] { "nn", "en" }
            let other = path.Replace("/nb", $"/{culture}", StringComparison.Ordinal)
            where !paths.Contains(other)
            select other
        );
    }

    /// <summary>Every page of one municipality in bokmål; of each kind of page elsewhere the fullest.</summary>
    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        var pages = (await site.Crawled)
            .Where(answer => answer.IsHtml)
            .GroupBy(page => page.Path.StartsWith("/stavanger/nb", StringComparison.Ordinal) ? page.Path : KindOf(page))
            .Select(alike => alike.MaxBy(page => page.Text.Length)!)
            .ToList();
        var faults = await HtmlJudge.JudgeAsync([.. pages.Select(page => page.Text)], TestContext.Current.CancellationToken);

        Assert.True(pages.Count > 150, $"{pages.Count} pages are too few to be the site.");
        Faults.AssertNone(pages.Zip(faults).SelectMany(page => page.Second, (page, fault) => $"{page.First.Path}: {fault}"));

        static string KindOf(CrawledPage page) => $"{string.Join('/', page.Path.Split('/', '?').Take(3))} {page.View}";
    }
}
