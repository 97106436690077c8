using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

public abstract class QueryOrderTests(StoreFixture store) : StoreTest(store)
{
    [Theory]
    [InlineData("Article.Order", false, "c e b a d")]
    [InlineData("Article.Order", true, "d a b e c")]
    [InlineData("TitlePart.Title", false, "e d b c a")]
    [InlineData("TitlePart.Title", true, "a c b d e")]
    [InlineData("DisplayText", false, "e d b c a")]
    [InlineData("Article.Tags", false, "b c d e a")]
    [InlineData("Article.Featured", false, "b d e c a")]
    [InlineData("ContentItemId", true, "e d c b a")]
    [InlineData("CreatedUtc", false, "a b c d e")]
    [InlineData("CreatedUtc", true, "e d c b a")]
    public async Task An_order_puts_items_without_a_value_first_and_the_number_last(string path, bool descending, string expected)
    {
        var tenant = await SeededAsync();

        Assert.Equal(expected, string.Join(' ', await tenant.IdsAsync(ContentQuery.For("Article").OrderBy(path, descending))));
    }

    [Fact]
    public async Task Ids_and_flags_order_in_every_state()
    {
        var tenant = await SeededAsync();
        await tenant.SaveDraftAsync(Article("d", "endret", 1, null, null));
        await tenant.SaveDraftAsync(Article("B1", "ny", 1, null, null));
        string[] byVersion =
        [
            .. (await tenant.ListAsync(ContentQuery.For("Article")))
                .Items.OrderBy(item => item.ContentItemVersionId.Folded, StringComparer.Ordinal)
                .Select(item => item.ContentItemId.Value),
        ];

        async Task Gives(string expected, VersionState state, params string[] paths)
        {
            var query = ContentQuery.For("Article") with
            {
                State = state,
                Order = [.. paths.Select(path => new ContentOrder(path.TrimStart('-'), path[0] == '-'))],
            };
            var pages = await tenant.IdsAsync(query with { Take = 3 });
            Assert.Equal(expected, string.Join(' ', await tenant.IdsAsync(query)));
            Assert.Equal(expected, string.Join(' ', [.. pages, .. await tenant.IdsAsync(query with { Skip = 3 })]));
        }

        await Gives("a b c d e", VersionState.Published, "ContentItemId");
        await Gives("a b B1 c d e", VersionState.Latest, "ContentItemId");
        await Gives("d B1", VersionState.Draft, "-ContentItemId");
        await Gives(string.Join(' ', byVersion.Reverse()), VersionState.Published, "-ContentItemVersionId");
        await Gives("d a b c e", VersionState.Published, "Latest");
        await Gives("e c b a d", VersionState.Published, "-Latest");
        await Gives("B1 d a b c e", VersionState.Latest, "Published", "ContentItemId");
        await Gives("a b c e B1 d", VersionState.Latest, "-Published", "ContentItemId");
        await Gives("a b c d e", VersionState.Published, "Published");
        await Gives("B1 d", VersionState.Draft, "Latest", "Published", "ContentItemId");
    }

    [Fact]
    public async Task Later_keys_decide_where_earlier_ones_tie()
    {
        var tenant = await SeededAsync();
        var query = ContentQuery.For("Article").OrderBy("Article.Featured").OrderBy("Article.Order", descending: true);

        Assert.Equal(["d", "b", "e", "c", "a"], await tenant.IdsAsync(query));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        var tenant = await SeededAsync();
        var query = ContentQuery.For("Article").OrderBy("TitlePart.Title") with { Take = 2, CountTotal = true };

        var first = await tenant.ListAsync(query);
        var second = await tenant.ListAsync(query with { Skip = 2 });
        var beyond = await tenant.ListAsync(query with { Skip = 10 });

        Assert.Equal(["e", "d"], first.Items.Select(item => item.ContentItemId.Value));
        Assert.Equal(["b", "c"], second.Items.Select(item => item.ContentItemId.Value));
        Assert.Empty(beyond.Items);
        Assert.Equal([5, 5, 5], [first.Total, second.Total, beyond.Total]);
    }

    [Fact]
    public async Task Types_without_the_path_come_with_those_that_have_no_value()
    {
        var tenant = await SeededAsync();
        await tenant.PublishAsync(Sample.Note("n", "Notat"));
        var query = new ContentQuery { ContentTypes = ["Article", "Note"] };

        Assert.Equal(["c", "n", "e", "b", "a", "d"], await tenant.IdsAsync(query.OrderBy("Article.Order")));
        Assert.Equal(["d", "a", "b", "e", "n", "c"], await tenant.IdsAsync(query.OrderBy("Article.Order", descending: true)));
        Assert.Equal(["e", "d", "n", "b", "c", "a"], await tenant.IdsAsync(query.OrderBy("DisplayText")));
        Assert.Equal(["d", "a", "b"], await tenant.IdsAsync(query.OrderBy("Article.Order", descending: true) with { Take = 3 }));
    }

    [Fact]
    public async Task Without_an_order_the_number_decides()
    {
        var tenant = await SeededAsync();

        Assert.Equal(["a", "b", "c", "d", "e"], await tenant.IdsAsync(ContentQuery.For("Article")));
        Assert.Equal(["c"], await tenant.IdsAsync(ContentQuery.For("Article") with { Skip = 2, Take = 1 }));
    }

    [Fact]
    public async Task An_envelope_brings_no_document()
    {
        var tenant = await SeededAsync();

        var item = Assert.Single(
            (await tenant.ListAsync(ContentQuery.For("Article") with { Take = 1, Scope = ContentScope.Envelope })).Items
        );

        Assert.Equal("Årstid", item.DisplayText);
        Assert.Empty(item.Content);
    }

    [Fact]
    public async Task A_document_keeps_its_keys_in_order_and_its_numbers_as_written()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        var content = """{"Z":{"b":1.50,"a":"æøå \u0027 \u2028"},"A":[{"y":1e3,"x":null}]}""";
        await tenant.PublishAsync(Sample.Article("a", "A") with { Content = (JsonObject)JsonNode.Parse(content)! });

        var item = Assert.Single((await tenant.ListAsync(ContentQuery.For("Article"))).Items);

        Assert.Equal(JsonNode.Parse(content)!.ToJsonString(), item.Content.ToJsonString());
    }

    // Norwegian: a before z before æ, ø, å; case does not count.
    private async Task<TestTenant> SeededAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.PublishAsync(
            Article("a", "Årstid", 2, true, "z"),
            Article("b", "zoo", 1.5m, null, null),
            Article("c", "Ærlig", null, false, null),
            Article("d", "aksel", 100, null, null),
            Article("e", null, -3, null, null)
        );
        return tenant;
    }

    private static ContentItem Article(string id, string? title, decimal? order, bool? featured, string? tag) =>
        Sample.Article(
            id,
            title,
            new()
            {
                ["Order"] = Sample.Value(order),
                ["Featured"] = Sample.Value(featured),
                ["Tags"] = new JsonObject { ["Values"] = tag is null ? new JsonArray() : new JsonArray(tag, "a") },
            }
        );
}

public sealed class QueryOrderTestsOnSqlite(SqliteStore store) : QueryOrderTests(store), IClassFixture<SqliteStore>;

public sealed class QueryOrderTestsOnPostgreSql(PostgreSqlStore store) : QueryOrderTests(store), IClassFixture<PostgreSqlStore>;
