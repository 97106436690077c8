using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoldCms.EndToEndTests.Crawling;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Secrets;

/// <summary>What the machine remembers of its visitors: nothing.</summary>
public sealed class LogTests(SeededSite site)
{
    // Where somebody came from, what with, by which link, and what for.
    private static readonly string[] s_traces =
    [
        Fetching.Trace,
        Fetching.VisitorAddress,
        "127.0.0.1",
        "::1",
        "Mozilla",
        "Chrome",
        "?h=",
        "&t=",
        "tema=",
        "ansvar=",
    ];

    [Fact]
    public async Task After_a_crawl_the_log_knows_nobody()
    {
        await site.Crawled;
        await AskForTroubleAsync();

        // Requests leave no line, so one of our own shows that the log is kept.
        site.Services.GetRequiredService<ILogger<LogTests>>().LogDebug("Still here.");
        Assert.Contains(site.Log, line => line.Contains("Still here.", StringComparison.Ordinal));
        Faults.AssertNone(
            from line in site.Log
            from trace in s_traces.Concat(Hidden.Words)
            where line.Contains(trace, StringComparison.OrdinalIgnoreCase)
            select $"{trace}: {line}"
        );
    }

    [Fact]
    public async Task The_traces_of_requests_do_not_either()
    {
        var activities = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || source.Name.Length == 0,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                activities.Enqueue(
                    $"{activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} "
                        + $"{string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events)}"
                ),
        };
        ActivitySource.AddActivityListener(listener);

        await AskForTroubleAsync();

        Assert.NotEmpty(activities);
        Faults.AssertNone(
            from activity in activities
            from trace in s_traces.Concat(Hidden.Words)
            where activity.Contains(trace, StringComparison.OrdinalIgnoreCase)
            select $"{trace}: {activity}"
        );
    }

    private async Task AskForTroubleAsync()
    {
        using var client = site.MakeClient();
        foreach (
            var path in new[]
            {
                $"/?q={Fetching.Trace}",
                $"/stavanger/nb/tilbud?h=2&t=1&q={Fetching.Trace}",
                $"/stavanger/nb/{Fetching.Trace}",
                $"/{Fetching.Trace}",
                $"/stavanger/{Fetching.Trace}",
                $"/stavanger/api/{Fetching.Trace}",
                $"/stavanger/api/graphql?query={Fetching.Trace}",
                $"/stavanger/api/content/{Fetching.Trace}",
                $"/assets/{Fetching.Trace}.css",
                "/prove/nb/tilbud/kornblomstveien",
                $"/stavanger/nb/%{Fetching.Trace}",
                $"/stavanger/nb/%00{Fetching.Trace}",
            }
        )
        {
            await client.FetchAsync(path, TestContext.Current.CancellationToken);
        }

        using var body = new StringContent($$"""{"query":"{ {{Fetching.Trace}} }"}""", System.Text.Encoding.UTF8, "application/json");
        using var posted = await client.PostAsync("/stavanger/api/graphql", body, TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([new("q", Fetching.Trace)]);
        using var refused = await client.PostAsync("/stavanger/nb/tilbud", form, TestContext.Current.CancellationToken);
    }
}
