using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Security;

public sealed class HeadersTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private static readonly Dictionary<string, string> s_expected = new()
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

    [Theory]
    [InlineData("/")]
    [InlineData("/stavanger")]
    [InlineData("/stavanger/nb")]
    [InlineData("/stavanger/nb/planer/trygg")]
    [InlineData("/stavanger/nb/xx")]
    [InlineData("/xx")]
    [InlineData("/ny/nb")]
    [InlineData("/assets/xx.css")]
    [InlineData("/health/live")]
    [InlineData("/stavanger/api/xx")]
    public async Task Every_answer_protects_the_visitor(string path)
    {
        using var response = await site.GetAsync(path);

        Assert.Equal(s_expected, s_expected.Keys.ToDictionary(name => name, name => string.Join(", ", response.Headers.GetValues(name))));
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Null(response.Headers.ETag);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Assets_are_kept_for_good_and_come_compressed()
    {
        var page = await site.GetPageAsync("/stavanger/nb");
        var href = page.Split("<link rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        using var response = await site.GetAsync(href, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Accept-Encoding", Assert.Single(response.Headers.Vary));
        Assert.True(response.Content.Headers.ContentLength < 15_000);
        Assert.Equal(s_expected["Content-Security-Policy"], Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public void A_body_has_a_limit() =>
        Assert.Equal(1024 * 1024, site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxRequestBodySize);
}
