using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.IntegrationTests.Web;

public sealed class FailuresTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("/stavanger/nn/planer/trygg", "Sidene er borte ei lita stund")]
    [InlineData("/stavanger/en", "The pages are unavailable for a moment")]
    [InlineData("/", "Sidene er borte en liten stund")]
    public async Task Without_a_database_the_numbers_are_there(string path, string heading)
    {
        site.Stores.IsGone = true;
        site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
        try
        {
            // The list of tenants lives for two seconds; a new site has none, an old one meets the failure further in.
            using var response = await site.GetAsync(path);
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("10", Assert.Single(response.Headers.GetValues("Retry-After")));
            Assert.Contains(heading, page, StringComparison.Ordinal);
            Assert.All(["tel:110", "tel:112", "tel:113", "tel:116006"], number => Assert.Contains(number, page, StringComparison.Ordinal));
            Assert.DoesNotContain("secret-host", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        }
        finally
        {
            site.Stores.IsGone = false;
        }
    }

    [Fact]
    public async Task A_bug_shows_no_stack_trace_but_leaves_one_in_the_log()
    {
        site.Stores.IsBroken = true;
        try
        {
            using var response = await site.GetAsync("/stavanger/nb/planer?ansvar=hemmelig");
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Contains("Noe gikk galt hos oss", page, StringComparison.Ordinal);
            Assert.Contains("tel:112", page, StringComparison.Ordinal);
            Assert.DoesNotContain("nobody thought", page, StringComparison.Ordinal);
            Assert.Contains(site.Log, line => line.Contains("{culture:site}/planer failed.", StringComparison.Ordinal)
                && line.Contains("Something nobody thought of.", StringComparison.Ordinal));
            Assert.DoesNotContain(site.Log, line => line.Contains("hemmelig", StringComparison.Ordinal));
        }
        finally
        {
            site.Stores.IsBroken = false;
        }
    }
}
