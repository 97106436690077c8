using System.Net;

namespace VoldCms.IntegrationTests.Web;

public sealed class AddressesTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("/stavanger", "nn-NO,en;q=0.5", "/stavanger/nn")]
    [InlineData("/stavanger/", "en-GB", "/stavanger/en")]
    [InlineData("/STAVANGER", "de", "/STAVANGER/nb")]
    [InlineData("/stavanger", "", "/stavanger/nb")]
    public async Task A_tenants_root_leads_to_the_browsers_language(string path, string wish, string expected)
    {
        using var response = await site.GetAsync(path, ("Accept-Language", wish));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
        Assert.Equal("Accept-Language", Assert.Single(response.Headers.Vary));
    }

    [Theory]
    [InlineData("/xx")]
    [InlineData("/xx/nb")]
    [InlineData("/nb/planer")]
    [InlineData("/ar/planer")]
    [InlineData("/stavanger/xx")]
    [InlineData("/stavanger/de")]
    [InlineData("/stavanger/planer/trygg")]
    [InlineData("/stavanger/nb/planer/xx")]
    [InlineData("/stavanger/nb/Plans/Plan")]
    [InlineData("/Plans/Plan")]
    [InlineData("/stengt/nb")]
    [InlineData("/assets/manifest.json")]
    [InlineData("/assets/../appsettings.json")]
    public async Task What_is_not_there_is_a_real_404_with_the_numbers(string path)
    {
        using var response = await site.GetAsync(path);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.All(["tel:110", "tel:112", "tel:113", "tel:116006"], number => Assert.Contains(number, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/stavanger/nb/xx", "", "lang=\"nb\"", "Siden finnes ikke her", "href=\"/stavanger/nb\"")]
    [InlineData("/stavanger/nn/xx", "en", "lang=\"nn\"", "Sida finst ikkje her", "href=\"/stavanger/nn\"")]
    [InlineData("/stavanger/en/xx", "nb", "lang=\"en\"", "The page is not here", "href=\"/stavanger/en\"")]
    [InlineData("/xx/nn/xx", "en", "lang=\"nn\"", "Sida finst ikkje her", "href=\"/\"")]
    [InlineData("/xx", "en", "lang=\"en\"", "The page is not here", "href=\"/\"")]
    public async Task An_error_speaks_the_pages_language(string path, string wish, params string[] expected)
    {
        using var response = await site.GetAsync(path, ("Accept-Language", wish));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_has_moved_sends_its_readers_on()
    {
        using var response = await site.GetAsync("/stavanger/nn/planer/gammel");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/stavanger/nn/planer/trygg", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_program_gets_a_problem_instead_of_a_page()
    {
        using var response = await site.GetAsync("/stavanger/nb/xx", ("Accept", "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_host_bound_tenant_drops_its_first_segment()
    {
        using var root = await site.GetAsync("/", ("Host", "hjelp.moss.example"));
        using var front = await site.GetAsync("/nb", ("Host", "hjelp.moss.example"));
        var page = await front.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/nb", root.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Contains("href=\"/nb/planer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_is_being_set_up_says_when_to_come_back()
    {
        using var response = await site.GetAsync("/ny/nb");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("10", Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task The_front_lists_the_tenants_that_are_served()
    {
        var page = await site.GetPageAsync("/nn");

        Assert.Contains("<html lang=\"nn\" dir=\"ltr\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/stavanger/nn\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"http://hjelp.moss.example/nn\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/ny/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/stengt/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fa", "/en")]
    [InlineData("/SE", "/nb")]
    public async Task The_front_answers_for_a_language_that_it_is_not_in_with_the_nearest(string path, string expected)
    {
        using var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Alive_needs_nothing_and_ready_waits_for_every_tenant()
    {
        using var live = await site.GetAsync("/health/live");
        using var ready = await site.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
