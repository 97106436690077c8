using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Settings;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Hosting.Errors;

public sealed class FailuresTests(SiteUnderTest site) : IClassFixture<SiteUnderTest>
{
    [Theory]
    [InlineData("/stavanger/nn/planer/trygg", "Sidene er nede ei lita stund")]
    [InlineData("/stavanger/en", "The pages are unavailable for a moment")]
    [InlineData("/", "Sidene er nede en liten stund")]
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

    [Theory]
    [InlineData("/stavanger/api/graphql", "text/html", true, 503, "http.unavailable")]
    [InlineData("/stavanger/api/content?type=Plan", "*/*", true, 503, "http.unavailable")]
    [InlineData("/stavanger/api/content/x", "", true, 503, "http.unavailable")]
    [InlineData("/nobody/api/graphql", "text/html", false, 404, "http.not-found")]
    [InlineData("/stengt/api/graphql", "text/html", false, 404, "http.not-found")]
    [InlineData("/ny/api/graphql", "text/html", false, 503, "http.unavailable")]
    [InlineData("/stavanger/api/nothing", "text/html", false, 404, "http.not-found")]
    [InlineData("/api/graphql", "text/html", false, 404, "http.not-found")]
    public async Task A_program_is_told_so_in_its_own_form_whatever_goes_wrong(
        string path,
        string accept,
        bool isStoreGone,
        int status,
        string code
    )
    {
        site.Stores.IsGone = isStoreGone;
        if (isStoreGone)
        {
            site.Services.GetRequiredService<TenantConfigurations>().Forget(new(1));
            // As when the list of tenants has grown too old to be used: nobody knows that the first segment is one.
            site.Services.GetRequiredService<VoldCms.Hosting.Tenancy.TenantDirectory>().Forget();
        }

        try
        {
            using var problem = await site.GetAsync(path, ("Accept", accept));
            using var graphQL = await site.GetAsync(path, ("Accept", "application/graphql-response+json"));
            var text = await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal((status, "application/problem+json"), ((int)problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
            Assert.Contains($"\"urn:voldcms:{code}\"", text, StringComparison.Ordinal);
            Assert.Equal(
                (status, "application/graphql-response+json"),
                ((int)graphQL.StatusCode, graphQL.Content.Headers.ContentType?.MediaType)
            );
            Assert.Matches(
                $$"""^\{"errors":\[\{"message":".+","extensions":\{"code":"{{code}}"\}\}\]\}$""",
                await graphQL.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
        }
        finally
        {
            site.Stores.IsGone = false;
        }
    }

    [Theory]
    [InlineData("/stavanger/nb/api")]
    [InlineData("/nb/api")]
    [InlineData("/nobody/nb/api")]
    public async Task A_person_gets_a_page_where_no_program_asks(string path)
    {
        using var response = await site.GetAsync(path, ("Accept", "text/html"));

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
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
            Assert.Contains(
                site.Log,
                line =>
                    line.Contains("{culture:site}/planer failed.", StringComparison.Ordinal)
                    && line.Contains("Something nobody thought of.", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(site.Log, line => line.Contains("hemmelig", StringComparison.Ordinal));
        }
        finally
        {
            site.Stores.IsBroken = false;
        }
    }
}
