using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

/// <summary>Documents are parsed once and shared: by those who may see as much, and for as long as they are what is stored.</summary>
public abstract class ParsedDocumentTests(StoreFixture store) : StoreTest(store)
{
    private static readonly Principal s_staff = Principal.User("u1", "Kari", "Staff");

    private static readonly string s_definitions = Sample.Definitions.Replace(
        """{ "FieldName": "TextField", "Name": "Summary" }""",
        """{ "FieldName": "TextField", "Name": "Summary", "Settings": { "FieldVisibilitySettings": { "Level": "Internal" } } }""",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task What_has_not_changed_is_not_parsed_again()
    {
        var tenant = await SeededAsync();

        Assert.Same((await ReadAsync(tenant, s_staff)).Content, (await ReadAsync(tenant, s_staff)).Content);
    }

    [Fact]
    public async Task Who_may_see_less_shares_nothing_with_who_may_see_more()
    {
        var tenant = await SeededAsync();

        foreach (
            var (principal, expected) in new[]
            {
                (s_staff, "innad"),
                (Principal.Anonymous, null),
                (s_staff, "innad"),
                (Principal.Anonymous, null),
            }
        )
        {
            Assert.Equal(expected, SummaryOf(await ReadAsync(tenant, principal)));
        }
    }

    [Fact]
    public async Task A_field_that_becomes_hidden_is_hidden_at_once()
    {
        var tenant = await SeededAsync(Sample.Definitions);
        Assert.Equal("innad", SummaryOf(await ReadAsync(tenant, Principal.Anonymous)));

        await tenant.DefineAsync(s_definitions);

        Assert.Null(SummaryOf(await ReadAsync(tenant, Principal.Anonymous)));
    }

    [Fact]
    public async Task What_is_stored_anew_is_read_anew()
    {
        var tenant = await SeededAsync();
        var before = await ReadAsync(tenant, s_staff);

        await tenant.PublishAsync(Article("nytt"));

        Assert.Equal("nytt", SummaryOf(await ReadAsync(tenant, s_staff)));
        Assert.Equal("innad", SummaryOf(before));
    }

    [Fact]
    public async Task A_version_that_is_rewritten_in_its_place_is_read_anew()
    {
        var tenant = await SeededAsync();
        await ReadAsync(tenant, s_staff);

        await tenant.WriteAsync(async work =>
        {
            var before = await work.Content.LoadAsync(new("a"), TestContext.Current.CancellationToken);
            var version = before.Latest! with { Item = before.Latest!.Item with { Content = Article("rettet").Content } };
            return await work.Content.SaveAsync(
                before,
                before with
                {
                    Latest = version,
                    Published = version,
                },
                TestContext.Current.CancellationToken
            );
        });

        Assert.Equal("rettet", SummaryOf(await ReadAsync(tenant, s_staff)));
    }

    [Fact]
    public async Task A_tree_is_what_the_document_says()
    {
        var tenant = await SeededAsync();
        var article = Article("æ \"ø\" \\ \u2028 👋");
        article.Content["Article"]!["Order"] = new JsonObject { ["Value"] = JsonNode.Parse("1.50") };
        article.Content["Article"]!["Tags"] = new JsonObject { ["Values"] = new JsonArray("en", null, "to") };
        article.Content["Article"]!["Featured"] = new JsonObject { ["Value"] = true };
        await tenant.PublishAsync(article);

        var read = await ReadAsync(tenant, s_staff);

        Assert.True(JsonNode.DeepEquals(article.Content, read.Content), read.Content.ToJsonString());
        Assert.Contains("1.50", read.Content.ToJsonString(), StringComparison.Ordinal);
    }

    private static ContentItem Article(string summary) =>
        Sample.Article("a", "Artikkel", new() { ["Summary"] = new JsonObject { ["Text"] = summary } });

    private static string? SummaryOf(ContentItem item) => (string?)item.FindField("Article", "Summary")?["Text"];

    private static async Task<ContentItem> ReadAsync(TestTenant tenant, Principal principal) =>
        Assert.Single((await tenant.ListAsync(ContentQuery.For("Article"), principal)).Items);

    private async Task<TestTenant> SeededAsync(string? definitions = null)
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(definitions ?? s_definitions);
        await tenant.SetAsync(
            Roles.DocumentName,
            new Roles([
                new("Anonymous", "", ["View_Article"]),
                new("Authenticated", "", ["View_Article"]),
                new("Staff", "", ["ViewInternalContent"]),
            ]).ToJson()
        );
        await tenant.PublishAsync(Article("innad"));
        return tenant;
    }
}

public sealed class ParsedDocumentTestsOnSqlite(SqliteStore store) : ParsedDocumentTests(store), IClassFixture<SqliteStore>;

public sealed class ParsedDocumentTestsOnPostgreSql(PostgreSqlStore store) : ParsedDocumentTests(store), IClassFixture<PostgreSqlStore>;
