using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Caching;

/// <summary>How many pages somebody may have made in a minute, and who somebody is.</summary>
public sealed class PagesMadeTests(PagesMadeTests.CountingSite site) : IClassFixture<PagesMadeTests.CountingSite>
{
    private const string Plan = "/stavanger/nb/planer/trygg";

    [Fact]
    public async Task Whoever_has_too_many_pages_made_still_gets_what_is_in_memory_and_the_numbers()
    {
        await site.GetPageAsync(Plan);
        var sender = ("X-Forwarded-For", $"2001:db8:{Random.Shared.Next(65536):x}:{Random.Shared.Next(65536):x}::1");
        for (var page = 0; page < 300; page++)
        {
            using var made = await site.GetAsync($"/stavanger/nb/finnes-ikke-{page}", sender);
            Assert.Equal(HttpStatusCode.NotFound, made.StatusCode);
        }

        using var refused = await site.GetAsync("/stavanger/nn/finnes-ikke", sender);
        var numbers = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var kept = await site.GetAsync($"{Plan}?x=1&tema=99", sender);
        using var other = await site.GetAsync("/stavanger/nb/finnes-ikke", ("X-Forwarded-For", "203.0.113.9"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
        Assert.All(
            ["tel:110", "tel:112", "tel:113", "tel:116006", "lang=\"nn\""],
            words => Assert.Contains(words, numbers, StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    /// <summary>
    /// Addresses as somebody makes them up: not there, other spellings, ways on, other parameters; from this machine too, which is a sender
    /// as any other.
    /// </summary>
    [Theory]
    [InlineData("/stavanger/nb/finnes-ikke-{0}")]
    [InlineData("/stavanger/NB/planer/{0}/dokument")]
    [InlineData("/stavanger/nb/tiltak/trygg/{0}?x={0}")]
    [InlineData("/stavanger/no/xx{0}/")]
    public async Task Nobody_has_as_many_made_as_she_likes(string address)
    {
        await using var own = new CountingSite();
        var refused = 0;
        for (var page = 0; page < 790; page++)
        {
            using var response = await own.GetAsync(string.Format(CultureInfo.InvariantCulture, address, page));
            refused += response.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        // A minute can end on the way, and a new one begins.
        Assert.InRange(refused, 790 - 600, 790 - 300);
    }

    [Theory]
    [InlineData]
    [InlineData("203.0.113.1")]
    public async Task Nobody_becomes_another_by_saying_so(params string[] proxies)
    {
        await using var unnamed = new UnnamedSite(proxies);
        var refused = 0;
        for (var page = 0; page < 40; page++)
        {
            using var response = await unnamed.GetAsync(
                $"/stavanger/nb/finnes-ikke-{page}",
                ("X-Forwarded-For", $"203.0.113.{page}"),
                ("X-Forwarded-Proto", "https"),
                ("X-Original-For", "203.0.113.1")
            );
            refused += response.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.InRange(refused, 40 - 20, 40 - 10);
    }

    [Fact]
    public async Task Who_runs_a_proxy_that_is_not_named_is_told_so_once_without_an_address()
    {
        await using var unnamed = new UnnamedSite();
        for (var time = 0; time < 3; time++)
        {
            using var response = await unnamed.GetAsync(
                "/stavanger/nb",
                ("X-Forwarded-For", "203.0.113.77"),
                ("X-Forwarded-Proto", "https"),
                ("Host", "hjelp.moss.example")
            );
        }

        using var front = await unnamed.GetAsync("/nb", ("X-Forwarded-Proto", "https"), ("Host", "hjelp.moss.example"));
        var text = await front.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(
            "VoldCms:Proxies",
            Assert.Single(unnamed.Log, line => line.Contains("X-Forwarded-For", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(unnamed.Log, line => line.Contains("203.0.113.77", StringComparison.Ordinal));
        Assert.Contains("<link rel=\"canonical\" href=\"http://hjelp.moss.example/nb\">", text, StringComparison.Ordinal);
    }

    public sealed class UnnamedSite(params string[] proxies) : SiteUnderTest
    {
        protected override string[] Proxies => proxies;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("VoldCms:PageCache:MadePerMinute", "10");
        }
    }

    public class CountingSite : SiteUnderTest
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("VoldCms:PageCache:MadePerMinute", "300");
        }
    }
}
