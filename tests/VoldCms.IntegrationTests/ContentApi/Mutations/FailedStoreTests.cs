using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Mutations;

/// <summary>A store that takes no more while an item is saved. SQLite's own switches stand for the disk.</summary>
public sealed class FailedStoreTests(ApiOnSqlite site) : ApiTest(site), IClassFixture<ApiOnSqlite>
{
    // The file may not grow, as on a full disk; no writer may begin, as without the permission to write.
    private const string IsFull = "PRAGMA max_page_count = 1";
    private const string IsReadOnly = "PRAGMA query_only = 1";
    private const string IsWell = "PRAGMA max_page_count = 4294967294; PRAGMA query_only = 0";

    [Theory]
    [InlineData(IsFull, "REST")]
    [InlineData(IsFull, "REST new")]
    [InlineData(IsFull, "GraphQL")]
    [InlineData(IsReadOnly, "REST")]
    [InlineData(IsReadOnly, "REST new")]
    [InlineData(IsReadOnly, "GraphQL")]
    public async Task The_writer_is_told_to_come_back_nothing_is_half_written_and_the_next_write_is_done(string fault, string write)
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new(Roles.Anonymous, "", ["ViewContent", "AccessContentApi"]))
                .With(new("Editor", "", ["PublishContent", "AccessContentApi", "ExecuteGraphQLMutations"]))
                .ToJson()
        );
        await tenant.Content.PublishAsync(Page("p1"));
        var before = await Dump.ReadAsync(Site.Services, tenant.Content.Tenant);

        await SetAsync(tenant, fault);
        try
        {
            var failed = await WriteAsync(tenant, write);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
            Assert.Equal("10", failed.Header("Retry-After"));
            Assert.Contains("http.unavailable", failed.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("voldcms.db", failed.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("SQLite", failed.Text, StringComparison.Ordinal);
            Assert.Equal(before, await Dump.ReadAsync(Site.Services, tenant.Content.Tenant));
            Assert.Equal(HttpStatusCode.OK, (await Site.SendAsync("GET", tenant.At("/api/content/p1"))).Status);
        }
        finally
        {
            await SetAsync(tenant, IsWell);
        }

        var done = await WriteAsync(tenant, write);
        Assert.True(done.Status == HttpStatusCode.OK && !done.Text.Contains("\"errors\"", StringComparison.Ordinal), done.Text);
    }

    // More than a page has room for.
    private Task<ApiAnswer> WriteAsync(ApiTenant tenant, string write)
    {
        var html = $"<p>{new string('a', 90_000)}</p>";
        var id = write == "REST new" ? "" : "p1";
        var (address, body) =
            write == "GraphQL"
                ? (tenant.Address, JsonSerializer.Serialize(new { query = Mutation, variables = new { html } }))
                : (
                    tenant.At("/api/content"),
                    $$"""{ "ContentItemId": "{{id}}", "ContentType": "HelpPage", "HtmlBodyPart": { "Html": "{{html}}" } }"""
                );
        return Site.SendAsync("POST", address, body, (ApiSite.WhoHeader, "Editor"));
    }

    private const string Mutation =
        "mutation ($html: String) { publishHelpPage(contentItemId: \"p1\", content: { htmlBody: { html: $html } }) { contentItemId } }";

    // On the connection that every writer of the program uses in turn, until one cannot begin: then another is opened.
    private async Task SetAsync(ApiTenant tenant, string pragma)
    {
        await using var lease = await Site.Services.GetRequiredService<Database>().BeginWriteAsync(tenant.Content.Tenant.Id, Stop);
        await lease.Session.ListAsync(pragma, static _ => 0, Stop);
    }
}
