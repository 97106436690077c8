using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Writing;

/// <summary>HTML that was stored before the sanitizer was what it is, or under another definition, is clean for whoever reads it.</summary>
public abstract class StoredHtmlTests(StoreFixture store) : StoreTest(store)
{
    private const string Raw = "<body onload=alert(1)><p>ord</p><svg onload=alert(1)>";

    private static readonly string s_definitions = Sample
        .Definitions.Replace(
            """{ "FieldName": "TextField", "Name": "Summary" }""",
            """{ "FieldName": "HtmlField", "Name": "Body" }""",
            StringComparison.Ordinal
        )
        .Replace(
            """{ "PartName": "Article", "Name": "Article" }""",
            """{ "PartName": "HtmlBodyPart" }, { "PartName": "BagPart" }, { "PartName": "Article", "Name": "Article" }""",
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(VersionState.Published)]
    [InlineData(VersionState.Latest)]
    [InlineData(VersionState.All)]
    public async Task It_is_read_clean_however_deep_it_lies_and_in_every_state(VersionState state)
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(s_definitions);
        await tenant.PublishAsync(Article());

        foreach (var _ in new[] { 1, 2 })
        {
            var read = Assert.Single((await tenant.ListAsync(ContentQuery.For("Article") with { State = state })).Items).Content;
            Assert.Equal("<p>ord</p>", (string?)read["Article"]!["Body"]!["Html"]);
            Assert.Equal("<p>ord</p>", (string?)read["HtmlBodyPart"]!["Html"]);
            Assert.Equal("<p>ord</p>", (string?)read["BagPart"]!["ContentItems"]![0]!["Article"]!["Body"]!["Html"]);
        }
    }

    [Fact]
    public async Task What_was_a_text_is_clean_once_its_field_is_one_of_html()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(s_definitions.Replace("\"HtmlField\"", "\"UnknownField\"", StringComparison.Ordinal));
        await tenant.PublishAsync(Article());
        Assert.Equal(Raw, await BodyAsync(tenant));

        await tenant.DefineAsync(s_definitions);

        Assert.Equal("<p>ord</p>", await BodyAsync(tenant));
    }

    [Fact]
    public async Task What_the_definitions_author_has_vouched_for_stays_as_it_is()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(
            s_definitions.Replace(
                "\"Name\": \"Body\" }",
                "\"Name\": \"Body\", \"Settings\": { \"HtmlFieldSettings\": { \"SanitizeHtml\": false } } }",
                StringComparison.Ordinal
            )
        );
        await tenant.PublishAsync(Article());

        Assert.Equal(Raw, await BodyAsync(tenant));
    }

    private static async Task<string?> BodyAsync(TestTenant tenant) =>
        (string?)Assert.Single((await tenant.ListAsync(ContentQuery.For("Article"))).Items).Content["Article"]!["Body"]!["Html"];

    private static ContentItem Article()
    {
        var article = Sample.Article("a", "Artikkel", Fields());
        article.Content["HtmlBodyPart"] = new JsonObject { ["Html"] = Raw };
        article.Content["BagPart"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray(
                new JsonObject
                {
                    ["ContentItemId"] = "i",
                    ["ContentType"] = "Article",
                    ["Article"] = Fields(),
                }
            ),
        };
        return article;
    }

    private static JsonObject Fields() => new() { ["Body"] = new JsonObject { ["Html"] = Raw } };
}

public sealed class StoredHtmlTestsOnSqlite(SqliteStore store) : StoredHtmlTests(store), IClassFixture<SqliteStore>;

public sealed class StoredHtmlTestsOnPostgreSql(PostgreSqlStore store) : StoredHtmlTests(store), IClassFixture<PostgreSqlStore>;
