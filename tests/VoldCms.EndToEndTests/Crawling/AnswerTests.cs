using System.Net;
using VoldCms.EndToEndTests.Site;

namespace VoldCms.EndToEndTests.Crawling;

/// <summary>What every answer says to the browser.</summary>
public sealed class AnswerTests(SeededSite site)
{
    private static readonly Dictionary<string, string> s_protection = new()
    {
        ["Content-Security-Policy"] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; media-src 'self'; "
            + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Content-Type-Options"] = "nosniff",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "geolocation=(), camera=(), microphone=(), interest-cohort=()",
        ["X-DNS-Prefetch-Control"] = "off",
        ["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains",
    };

    private static readonly string[] s_unwanted =
    [
        "Set-Cookie",
        "Server",
        "X-Powered-By",
        "Clear-Site-Data",
        "NEL",
        "Report-To",
        "Reporting-Endpoints",
        "Link",
    ];

    [Fact]
    public async Task It_protects_the_visitor()
    {
        Faults.AssertNone(
            from answer in await site.Crawled
            from header in s_protection
            let value = string.Join(", ", answer.Headers[header.Key])
            where value != header.Value
            select $"{answer.Path}: {header.Key} is '{value}'"
        );
    }

    [Fact]
    public async Task It_sets_no_cookie_and_tells_nothing_of_the_server()
    {
        Faults.AssertNone(
            from answer in await site.Crawled
            from name in s_unwanted
            where answer.Headers.Contains(name)
            select $"{answer.Path}: {name}: {string.Join(", ", answer.Headers[name])}"
        );
    }

    [Fact]
    public async Task A_page_is_never_kept_and_a_file_always_is()
    {
        Faults.AssertNone(
            from answer in await site.Crawled
            let expected = answer.Path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-store"
            where answer.Headers["Cache-Control"].SingleOrDefault() != expected || answer.Headers.Contains("ETag")
            select $"{answer.Path}: {string.Join(", ", answer.Headers["Cache-Control"])} {string.Join(", ", answer.Headers["ETag"])}"
        );
    }

    [Fact]
    public async Task Errors_protect_the_visitor_too()
    {
        using var client = site.MakeClient();
        foreach (
            var (path, status) in new[]
            {
                ("/stavanger/nb/finnes-ikke", HttpStatusCode.NotFound),
                ("/finnes-ikke", HttpStatusCode.NotFound),
                ("/assets/finnes-ikke.css", HttpStatusCode.NotFound),
                ("/stavanger/api/finnes-ikke", HttpStatusCode.NotFound),
            }
        )
        {
            var answer = await client.FetchAsync(path, TestContext.Current.CancellationToken);

            Assert.Equal(status, answer.Status);
            Assert.All(s_protection, header => Assert.Equal(header.Value, string.Join(", ", answer.Headers[header.Key])));
            Assert.All(s_unwanted, name => Assert.False(answer.Headers.Contains(name), $"{path}: {name}"));
            Assert.Equal("no-store", answer.Headers["Cache-Control"].Single());
        }
    }
}
