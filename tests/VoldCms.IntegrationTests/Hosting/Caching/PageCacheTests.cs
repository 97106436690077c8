using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Settings;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Caching;

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
    [InlineData("", "?tema=99", true)]
    [InlineData("", "?tema=", true)]
    [InlineData("", "?tema=02", true)]
    [InlineData("", "?tema=2&tema=3", true)]
    [InlineData("?tema=2", "?tema=2&ansvar=HEMMELIG&status=99&frist=1999", true)]
    [InlineData("?ansvar=43smxynm", "?ansvar=43SMXYNM", true)]
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

    [Theory]
    [InlineData("/stavanger/nb")]
    [InlineData("/stavanger/nb/a-aa")]
    [InlineData("/stavanger/nb/planer/trygg")]
    [InlineData("/stavanger/nb/tiltak/trygg/2-2")]
    public async Task Parameters_that_a_page_does_not_name_find_the_same_page_whoever_comes_first(string path)
    {
        site.Stores.PublicVersion++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        var first = await site.GetPageAsync($"{path}?x=HEMMELIG");
        var asked = site.Stores.Questions;

        var pages = new List<string>
        {
            await site.GetPageAsync(path),
            await site.GetPageAsync($"{path}?x=2"),
            await site.GetPageAsync($"{path}?{new string('y', 4000)}"),
            await site.GetPageAsync($"{path}?&&=&"),
        };

        Assert.Equal(asked, site.Stores.Questions);
        Assert.All(pages, page => Assert.Equal(first, page));
        Assert.DoesNotContain("HEMMELIG", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_up_values_find_the_same_page_whoever_comes_first()
    {
        site.Stores.PublicVersion++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        var first = await site.GetPageAsync($"{Plan}?tema=HEMMELIG&ansvar=0002");
        var asked = site.Stores.Questions;

        for (var value = 0; value < 50; value++)
        {
            Assert.Equal(first, await site.GetPageAsync($"{Plan}?tema={value + 1000}&status={new string('0', value)}1&frist=x{value}"));
        }

        Assert.Equal(asked, site.Stores.Questions);
        Assert.Equal(first, await site.GetPageAsync(Plan));
        Assert.DoesNotContain("HEMMELIG", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_makes_a_page_and_the_others_wait_for_it()
    {
        await site.GetPageAsync(Plan);
        var before = site.Stores.Questions;
        site.Stores.PublicVersion++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        await site.GetPageAsync(Plan);
        var cost = site.Stores.Questions - before;
        site.Stores.PublicVersion++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        before = site.Stores.Questions;
        site.Stores.Delay = TimeSpan.FromMilliseconds(20);
        try
        {
            var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => site.GetPageAsync($"{Plan}?x={i}")));

            Assert.Single(pages.Distinct());
            Assert.Equal(cost, site.Stores.Questions - before);
        }
        finally
        {
            site.Stores.Delay = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task Whoever_leaves_while_making_a_page_leaves_it_to_those_who_wait()
    {
        site.Stores.PublicVersion++;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        site.Stores.Delay = TimeSpan.FromMilliseconds(100);
        try
        {
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var first = site.Client.GetAsync(Plan, leaving.Token);
            await Task.Delay(50, TestContext.Current.CancellationToken);
            var others = Enumerable.Range(0, 5).Select(_ => site.GetPageAsync(Plan)).ToList();
            await Task.Delay(50, TestContext.Current.CancellationToken);
            await leaving.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
            Assert.Single((await Task.WhenAll(others)).Distinct());
        }
        finally
        {
            site.Stores.Delay = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task HEAD_finds_the_page_in_memory_too()
    {
        await site.GetPageAsync(Plan);
        var asked = site.Stores.Questions;
        using var request = new HttpRequestMessage(HttpMethod.Head, Plan);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");

        using var head = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 0);
        Assert.Equal(asked, site.Stores.Questions);
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
        await using var stream = new BrotliStream(
            await kept.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken),
            CompressionMode.Decompress
        );
        Assert.Equal(await site.GetPageAsync(Plan), await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/nb")]
    [InlineData("/stavanger/nb")]
    [InlineData(Plan)]
    [InlineData("/stavanger/nb/finnes-ikke")]
    public async Task A_host_that_nobody_knows_is_in_no_key_and_on_no_page(string path)
    {
        using var here = await site.GetAsync(path);
        var asked = site.Stores.Questions;
        using var elsewhere = await site.GetAsync(path, ("Host", "ukjent.example"));

        Assert.Equal(
            await here.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await elsewhere.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.True(here.StatusCode != HttpStatusCode.OK || asked == site.Stores.Questions);
    }

    [Fact]
    public async Task Languages_have_pages_of_their_own() =>
        Assert.NotEqual(await site.GetPageAsync(Plan), await site.GetPageAsync(Plan.Replace("/nb/", "/nn/", StringComparison.Ordinal)));

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
