using System.Collections.Concurrent;
using System.Diagnostics;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Logging;

public sealed class VisitorProtectionTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly string[] s_traces = ["HEMMELIG", "127.0.0.1", "198.51.100.7"];

    [Fact]
    public async Task No_log_line_and_no_trace_says_who_asked_or_for_what()
    {
        var activities = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                activities.Enqueue(
                    $"{activity.Source.Name} {activity.OperationName} {activity.DisplayName} "
                        + $"{string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"
                ),
        };
        ActivitySource.AddActivityListener(listener);

        foreach (
            var path in new[]
            {
                "/",
                "/stavanger",
                "/stavanger/nb",
                "/stavanger/nb/planer/trygg",
                "/stavanger/nb/tiltak/trygg/1-1",
                "/stavanger/nb/xx",
                "/xx",
                "/health/ready",
            }
        )
        {
            using var response = await site.GetAsync(
                $"{path}?ansvar=HEMMELIG",
                ("User-Agent", "HEMMELIG/1.0"),
                ("Referer", "http://HEMMELIG.example/"),
                ("X-Forwarded-For", "198.51.100.7"),
                ("Accept-Language", "nb, x-HEMMELIG"),
                ("Cookie", "a=HEMMELIG")
            );
        }

        using var refused = await site.Client.PostAsync(
            "/stavanger/nb?q=HEMMELIG",
            new StringContent("HEMMELIG"),
            TestContext.Current.CancellationToken
        );

        Assert.NotEmpty(site.Log);
        Assert.All(
            s_traces,
            trace =>
                Assert.DoesNotContain(site.Log.Where(IsAboutRequests), line => line.Contains(trace, StringComparison.OrdinalIgnoreCase))
        );
        Assert.All(
            s_traces,
            trace =>
                Assert.DoesNotContain(
                    activities.Where(activity => activity.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)),
                    activity => activity.Contains(trace, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    // The start says where it listens, which on a test's machine is the same address that the test asks from.
    private static bool IsAboutRequests(string line) => !line.Contains("Now listening on", StringComparison.Ordinal);
}
