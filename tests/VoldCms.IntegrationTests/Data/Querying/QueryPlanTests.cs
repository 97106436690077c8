using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

/// <summary>How a page is read (from the filter's matches, or along the order) is a matter of cost: the answer is the same.</summary>
public abstract class QueryPlanTests(StoreFixture store) : StoreTest(store)
{
    private const int Seed = 20260101;

    [Fact]
    public async Task Both_ways_of_reading_a_page_give_the_same()
    {
        var random = new Random(Seed);
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.PublishAsync([
            .. Enumerable
                .Range(0, 60)
                .Select(number =>
                    Sample.Article(
                        $"i{number}",
                        random.Next(8) == 0 ? null : Word(random),
                        new()
                        {
                            ["Order"] = Sample.Value(random.Next(4) == 0 ? null : random.Next(10)),
                            ["Featured"] = Sample.Value(random.Next(3) == 0 ? null : random.Next(2) == 0),
                            ["Tags"] = new JsonObject
                            {
                                ["Values"] = new JsonArray([
                                    .. Enumerable.Range(0, random.Next(3)).Select(_ => JsonValue.Create(Word(random))),
                                ]),
                            },
                        },
                        level: random.Next(5) == 0 ? "internal" : null
                    )
                ),
            Sample.Note("n1", "b"),
            Sample.Note("n2", null),
        ]);
        await using var walking = Services(cap: 1);
        await using var matching = Services(cap: 1_000_000);

        for (var round = 0; round < 150; round++)
        {
            var query = new ContentQuery
            {
                ContentTypes = random.Next(3) == 0 ? ["Article", "Note"] : ["Article"],
                Filter = Filter(random, depth: 2),
                Order = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new ContentOrder(OrderPath(random), random.Next(2) == 0))],
                Skip = random.Next(3) * 3,
                Take = random.Next(10),
                CountTotal = true,
            };

            var walked = await new TestTenant(walking, tenant.Tenant).ListAsync(query);
            var matched = await new TestTenant(matching, tenant.Tenant).ListAsync(query);

            Assert.True(
                walked.Total == matched.Total
                    && walked.Items.Select(item => item.ContentItemId).SequenceEqual(matched.Items.Select(item => item.ContentItemId)),
                $"Round {round}: {query.Filter} by {string.Join(", ", query.Order)} differs."
            );
        }
    }

    private ServiceProvider Services(int cap) =>
        StoreFixture.BuildServices(
            new Dictionary<string, string?>(Store.Database.Settings) { ["VoldCms:Database:FilterCountCap"] = $"{cap}" }
        );

    private static ContentFilter Filter(Random random, int depth) =>
        (depth == 0 ? 9 : random.Next(9)) switch
        {
            0 => new ContentFilter.Not(Filter(random, depth - 1)),
            1 or 2 => new ContentFilter.And([Filter(random, depth - 1), Filter(random, depth - 1)]),
            3 or 4 => new ContentFilter.Or([Filter(random, depth - 1), Filter(random, depth - 1)]),
            _ => random.Next(7) switch
            {
                0 => ContentFilter.Equal("Article.Featured", ContentValue.Of(random.Next(2) == 0)),
                1 => new ContentFilter.Comparison("Article.Order", ComparisonOperator.LessThan, [ContentValue.Of(random.Next(10))]),
                2 => ContentFilter.In("Article.Tags", ContentValue.Of(Word(random)), ContentValue.Of(Word(random))),
                3 => ContentFilter.Contains("TitlePart.Title", Word(random)[..1]),
                4 => new ContentFilter.Comparison("Article.Tags", ComparisonOperator.IsNull, []),
                5 => new ContentFilter.Comparison("DisplayText", ComparisonOperator.IsNull, []),
                _ => ContentFilter.In("ContentItemId", ContentValue.Of($"i{random.Next(60)}"), ContentValue.Of("n1")),
            },
        };

    private static string OrderPath(Random random) =>
        new[]
        {
            "TitlePart.Title",
            "Article.Order",
            "Article.Featured",
            "DisplayText",
            "ContentItemId",
            "Article.Tags",
            "ContentItemVersionId",
            "Latest",
            "Published",
        }[random.Next(9)];

    private static string Word(Random random) => new[] { "a", "ab", "Bær", "å", "øl", "Z" }[random.Next(6)];
}

public sealed class QueryPlanTestsOnSqlite(SqliteStore store) : QueryPlanTests(store), IClassFixture<SqliteStore>;

public sealed class QueryPlanTestsOnPostgreSql(PostgreSqlStore store) : QueryPlanTests(store), IClassFixture<PostgreSqlStore>;
