using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

/// <summary>Every operator on every kind of value; the expected answers are written here, so both databases give the same.</summary>
public abstract class QueryOperatorTests(StoreFixture store) : StoreTest(store)
{
    public static TheoryData<string, ComparisonOperator, object?, string> Comparisons =>
        new()
        {
            { "Article.Summary", ComparisonOperator.Equal, "BLÅBÆR og øl", "a" },
            { "Article.Summary", ComparisonOperator.Equal, "ｂlåbær og øl", "a" },
            { "Article.Summary", ComparisonOperator.Equal, "blabaer og ol", "" },
            { "Article.Summary", ComparisonOperator.Contains, "bær", "a b" },
            { "Article.Summary", ComparisonOperator.Contains, "", "a b d" },
            { "Article.Summary", ComparisonOperator.Contains, "%", "d" },
            { "Article.Summary", ComparisonOperator.Contains, "P", "d" },
            { "Article.Summary", ComparisonOperator.StartsWith, "blå", "a" },
            { "Article.Summary", ComparisonOperator.StartsWith, "", "a b d" },
            { "Article.Summary", ComparisonOperator.EndsWith, "BÆR", "b" },
            { "Article.Summary", ComparisonOperator.EndsWith, "", "a b d" },
            { "Article.Summary", ComparisonOperator.EndsWith, "hele teksten er lengre enn denne", "" },
            { "Article.Summary", ComparisonOperator.GreaterThan, "blåbær og øl", "b d" },
            { "Article.Summary", ComparisonOperator.IsNull, null, "c e" },
            { "Article.Summary", ComparisonOperator.Equal, 7.0, "" },
            { "Article.Tags", ComparisonOperator.Equal, "vold", "a b" },
            { "Article.Tags", ComparisonOperator.Equal, "barn", "a" },
            { "Article.Tags", ComparisonOperator.Contains, "o", "a b c" },
            { "Article.Tags", ComparisonOperator.IsNull, null, "d e" },
            { "Article.Featured", ComparisonOperator.Equal, true, "a" },
            { "Article.Featured", ComparisonOperator.Equal, false, "b c d e" },
            { "Article.Order", ComparisonOperator.Equal, -1.5, "b" },
            { "Article.Order", ComparisonOperator.GreaterThan, -1.5, "a c" },
            { "Article.Order", ComparisonOperator.GreaterThanOrEqual, -1.5, "a b c" },
            { "Article.Order", ComparisonOperator.LessThan, 10.0, "a b" },
            { "Article.Order", ComparisonOperator.LessThanOrEqual, 10.0, "a b c" },
            { "Article.Order", ComparisonOperator.IsNull, null, "d e" },
            { "Article.Due", ComparisonOperator.LessThan, "2026-06-01T00:00:00Z", "a" },
            { "Article.Due", ComparisonOperator.Equal, "2026-12-31T23:00:00+01:00", "b" },
            { "Article.Related", ComparisonOperator.Equal, "X1", "c" },
            { "TitlePart.Title", ComparisonOperator.StartsWith, "å", "b" },
            { "DisplayText", ComparisonOperator.Equal, "zoo", "a" },
            { "DisplayText", ComparisonOperator.IsNull, null, "e" },
            { "CreatedUtc", ComparisonOperator.GreaterThan, "2025-12-31T00:00:00Z", "a b c d e" },
            { "PublishedUtc", ComparisonOperator.IsNull, null, "a b c d e" },
            { "Owner", ComparisonOperator.Equal, "kari", "d" },
            { "ContentItemId", ComparisonOperator.Equal, "A", "a" },
            { "ContentItemId", ComparisonOperator.GreaterThan, "c", "d e" },
            { "ContentItemId", ComparisonOperator.Contains, "b", "b" },
            { "ContentItemId", ComparisonOperator.IsNull, null, "" },
            { "AutoroutePart.Path", ComparisonOperator.Equal, "Hjelp/A", "a" },
            { "AutoroutePart.Path", ComparisonOperator.StartsWith, "hjelp/", "a b" },
            { "AutoroutePart.Path", ComparisonOperator.IsNull, null, "c d e" },
        };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task An_operator_finds_what_matches(string path, ComparisonOperator how, object? operand, string expected)
    {
        var tenant = await SeededAsync();
        var filter = new ContentFilter.Comparison(path, how, operand is null ? [] : [ValueOf(path, operand)]);

        var found = await tenant.IdsAsync(ContentQuery.For("Article").Where(filter));
        var others = await tenant.IdsAsync(ContentQuery.For("Article").Where(new ContentFilter.Not(filter)));
        var total = (await tenant.ListAsync(ContentQuery.For("Article").Where(filter) with { Take = 0, CountTotal = true })).Total;

        Assert.Equal(expected, string.Join(' ', found));
        Assert.Equal(string.Join(' ', "a b c d e".Split(' ').Except(found)), string.Join(' ', others));
        Assert.Equal(found.Length, total);
    }

    [Fact]
    public async Task In_finds_each_item_once()
    {
        var tenant = await SeededAsync();

        Assert.Equal(
            ["a", "b"],
            await tenant.IdsAsync(ContentQuery.For("Article").Where(ContentFilter.In("Article.Tags", Text("vold"), Text("barn"))))
        );
        Assert.Equal(
            ["a", "d"],
            await tenant.IdsAsync(ContentQuery.For("Article").Where(ContentFilter.In("ContentItemId", Text("D"), Text("a"), Text("none"))))
        );
        Assert.Equal(
            ["b"],
            await tenant.IdsAsync(ContentQuery.For("Article").Where(ContentFilter.In("AutoroutePart.Path", Text("hjelp/b"), Text("x"))))
        );
        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Article").Where(ContentFilter.In("Article.Tags"))));
    }

    [Fact]
    public async Task Filters_combine()
    {
        var tenant = await SeededAsync();
        var vold = ContentFilter.Equal("Article.Tags", Text("vold"));
        var featured = ContentFilter.Equal("Article.Featured", ContentValue.Of(true));
        var owned = ContentFilter.Equal("Owner", Text("kari"));

        Assert.Equal(["a"], await tenant.IdsAsync(ContentQuery.For("Article").Where(vold).Where(featured)));
        Assert.Equal(["a", "b", "d"], await tenant.IdsAsync(ContentQuery.For("Article").Where(new ContentFilter.Or([vold, owned]))));
        Assert.Equal(["b"], await tenant.IdsAsync(ContentQuery.For("Article").Where(vold).Where(new ContentFilter.Not(featured))));
        Assert.Equal(
            ["a", "d"],
            await tenant.IdsAsync(ContentQuery.For("Article").Where(new ContentFilter.Or([new ContentFilter.And([vold, featured]), owned])))
        );
        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Article").Where(new ContentFilter.Or([]))));
        Assert.Equal(5, (await tenant.IdsAsync(ContentQuery.For("Article").Where(new ContentFilter.And([])))).Length);
    }

    private async Task<TestTenant> SeededAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.PublishAsync(
            Sample.Article("a", "Zoo", Fields("Blåbær og øl", ["vold", "barn", "vold"], true, 7, "2026-01-01T00:00:00Z"), path: "hjelp/a"),
            Sample.Article("b", "Ås", Fields("Tyttebær", ["vold"], false, -1.5m, "2026-12-31T22:00:00Z"), path: "hjelp/b"),
            Sample.Article("c", "Ærlig", Fields(null, ["ro"], null, 10, null, "x1")),
            Sample.Article("d", "øl", Fields("Pris 100 %", [], null, null, null), owner: "kari"),
            Sample.Article("e", null)
        );
        return tenant;
    }

    private static JsonObject Fields(string? summary, string[] tags, bool? featured, decimal? order, string? due, string? related = null) =>
        new()
        {
            ["Summary"] = Sample.Text(summary),
            ["Tags"] = new JsonObject { ["Values"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
            ["Featured"] = Sample.Value(featured),
            ["Order"] = Sample.Value(order),
            ["Due"] = Sample.Value(due),
            ["Related"] = new JsonObject { ["ContentItemIds"] = related is null ? new JsonArray() : new JsonArray(related) },
        };

    private static ContentValue ValueOf(string path, object operand) =>
        operand switch
        {
            bool flag => ContentValue.Of(flag),
            double number => ContentValue.Of((decimal)number),
            decimal number => ContentValue.Of(number),
            string at when path.EndsWith("Utc", StringComparison.Ordinal) || path == "Article.Due" => ContentValue.Of(
                DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)
            ),
            string text => ContentValue.Of(text),
            _ => throw new ArgumentException("No value of a kind that paths hold.", nameof(operand)),
        };

    private static ContentValue Text(string text) => ContentValue.Of(text);
}

public sealed class QueryOperatorTestsOnSqlite(SqliteStore store) : QueryOperatorTests(store), IClassFixture<SqliteStore>;

public sealed class QueryOperatorTestsOnPostgreSql(PostgreSqlStore store) : QueryOperatorTests(store), IClassFixture<PostgreSqlStore>;
