using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.IntegrationTests.Web;

public sealed class PageCacheTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    private const string Plan = "/stavanger/nb/planer/trygg";

    [Fact]
    public async Task A_page_is_made_once_a_version()
    {
        var first = await site.GetPageAsync(Plan);
        var asked = site.Stores.Questions;
        var second = await site.GetPageAsync(Plan);
        Assert.Equal(first, second);
        Assert.Equal(asked, site.Stores.Questions);

        site.Stores.PublicVersion++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        var third = await site.GetPageAsync(Plan);

        Assert.Equal(first, third);
        Assert.True(site.Stores.Questions > asked);
    }

    [Fact]
    public async Task What_nobody_can_see_leaves_the_pages_alone()
    {
        await site.GetPageAsync(Plan);
        var asked = site.Stores.Questions;

        site.Stores.Version++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        await site.GetPageAsync(Plan);

        Assert.Equal(asked, site.Stores.Questions);
    }

    [Fact]
    public async Task What_another_process_commits_is_seen_within_a_second()
    {
        await site.GetPageAsync(Plan);
        var asked = site.Stores.Questions;
        site.Stores.PublicVersion++;

        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        await site.GetPageAsync(Plan);

        Assert.True(site.Stores.Questions > asked);
    }

    [Theory]
    [InlineData("?tema=2", "?x=1&tema=2", true)]
    [InlineData("?tema=2&ansvar=43smxynm", "?ansvar=43smxynm&tema=2", true)]
    [InlineData("", "?x=HEMMELIG", true)]
    [InlineData("?tema=2", "?tema=3", false)]
    [InlineData("?tema=2", "", false)]
    [InlineData("?tema=2", "?tema=2&ansvar=43smxynm", false)]
    public async Task Only_the_parameters_that_the_page_names_part_one_page_from_another(string one, string other, bool isSame)
    {
        var first = await site.GetPageAsync(Plan + one);
        var asked = site.Stores.Questions;
        var second = await site.GetPageAsync(Plan + other);

        Assert.Equal(isSame, first == second);
        Assert.True(!isSame || asked == site.Stores.Questions, $"{other} was made anew");
        Assert.DoesNotContain("HEMMELIG", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_names_no_parameter_is_not_kept_with_one()
    {
        await site.GetPageAsync("/stavanger/nb?x=1");
        var asked = site.Stores.Questions;

        var page = await site.GetPageAsync("/stavanger/nb?x=2");

        Assert.True(site.Stores.Questions > asked);
        Assert.DoesNotContain("x=1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_is_still_one_that_browsers_do_not_keep()
    {
        await site.GetPageAsync(Plan);
        using var kept = await site.GetAsync(Plan, ("Accept-Encoding", "br"));

        Assert.Equal("no-store", kept.Headers.CacheControl!.ToString());
        Assert.Null(kept.Headers.ETag);
        Assert.NotNull(kept.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal("br", Assert.Single(kept.Content.Headers.ContentEncoding));
        Assert.Equal("Accept-Encoding", Assert.Single(kept.Headers.Vary));
        await using var stream = new BrotliStream(await kept.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        Assert.Equal(await site.GetPageAsync(Plan), await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Hosts_and_languages_have_pages_of_their_own()
    {
        var here = await site.GetPageAsync(Plan);
        using var elsewhere = await site.GetAsync(Plan, ("Host", "hjelp.example"));
        var other = await elsewhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("http://hjelp.example/stavanger/nb/planer/trygg", other, StringComparison.Ordinal);
        Assert.DoesNotContain("hjelp.example", here, StringComparison.Ordinal);
        Assert.NotEqual(here, await site.GetPageAsync(Plan.Replace("/nb/", "/nn/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_not_there_is_looked_for_each_time()
    {
        using var first = await site.GetAsync("/stavanger/nb/finnes-ikke");
        var asked = site.Stores.Questions;
        using var second = await site.GetAsync("/stavanger/nb/finnes-ikke");

        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.True(site.Stores.Questions > asked);
    }
}
