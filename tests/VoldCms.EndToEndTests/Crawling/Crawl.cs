using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>
/// Everything that can be reached by links from some pages, asked for over HTTP. Addresses with a query are looked at and not
/// followed further: filters lead to each other without end.
/// </summary>
internal sealed class Crawl(SeededSite site)
{
    private const int Parallel = 4;

    private readonly Dictionary<string, CrawledPage> _answers = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a test looks at it: Stavanger and the tests' own tenant whole, the others in bokmål, the hostile one not at all.
    /// </summary>
    public static bool IsWanted(string path) =>
        path.Split('/', '?') switch
        {
            [_, "stavanger" or "prove" or "assets", ..] => true,
            [_, HostileTenant.Prefix, ..] => false,
            [_, _, "nn" or "en", ..] => false,
            _ => true,
        };

    /// <param name="starts">Where to begin.</param>
    /// <param name="within">Which addresses to ask for; links elsewhere are passed over.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ImmutableArray<CrawledPage>> RunAsync(
        IReadOnlyCollection<string> starts,
        Func<string, bool> within,
        CancellationToken cancellationToken
    )
    {
        using var client = site.MakeClient();
        var wave = starts.ToDictionary(path => path, _ => "(start)", StringComparer.Ordinal);
        while (wave.Count > 0)
        {
            var links = wave.ToArray();
            var answers = new CrawledPage[links.Length];
            await System.Threading.Tasks.Parallel.ForAsync(
                0,
                answers.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
                async (i, stop) => answers[i] = await AskAsync(client, links[i], stop)
            );
            foreach (var answer in answers)
            {
                _answers.Add(answer.Path, answer);
            }

            wave = answers
                .SelectMany(LinksOf)
                .Where(link => within(link.Path) && !_answers.ContainsKey(link.Path))
                .GroupBy(link => link.Path, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.First().From, StringComparer.Ordinal);
        }

        return [.. _answers.Values];
    }

    private async Task<CrawledPage> AskAsync(HttpClient client, KeyValuePair<string, string> link, CancellationToken stop)
    {
        var (path, from) = link;
        var (status, headers, body) = await client.FetchAsync(path, stop);
        var type = headers["Content-Type"].FirstOrDefault() ?? "";
        var isText =
            type.StartsWith("text/", StringComparison.Ordinal)
            || type.Contains("json", StringComparison.Ordinal)
            || type.Contains("svg", StringComparison.Ordinal);
        var plainPath = Uri.UnescapeDataString(path.Split('?')[0]);
        return new(path, from, status, headers, body.Length, isText ? Fetching.Unpack(body, headers) : "", site.Pages.Find(plainPath));
    }

    private static IEnumerable<(string Path, string From)> LinksOf(CrawledPage page)
    {
        if (page.Headers["Location"].FirstOrDefault() is { } target)
        {
            return [(target, page.Path)];
        }

        if (!page.IsHtml || page.Path.Contains('?', StringComparison.Ordinal))
        {
            return [];
        }

        return Links.InsideOf(new HtmlParser().ParseDocument(page.Text)).Select(link => (link, page.Path));
    }
}
