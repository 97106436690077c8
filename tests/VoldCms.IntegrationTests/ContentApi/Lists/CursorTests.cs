using System.Globalization;
using System.Text;
using System.Text.Json;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Lists;

/// <summary>Pages by cursor, while the list changes between them.</summary>
public abstract class CursorTests(ApiSite site) : ApiTest(site)
{
    private const int PageSize = 5;

    [Theory]
    [InlineData("")]
    [InlineData("orderBy: { ingress: ASC }")]
    [InlineData("orderBy: { ingress: DESC }")]
    [InlineData("orderBy: { priority: DESC, displayText: ASC }")]
    [InlineData("orderBy: { priority: ASC, ingress: DESC, reviewDate: ASC }")]
    [InlineData("orderBy: { featured: ASC }")]
    [InlineData("orderBy: { latest: ASC, featured: DESC }")]
    [InlineData("orderBy: { path: DESC }")]
    [InlineData("orderBy: { contentItemId: DESC }")]
    [InlineData("orderBy: { contentItemVersionId: ASC }")]
    [InlineData("orderBy: { audience: ASC, createdUtc: DESC }")]
    [InlineData("orderBy: { related: { contentItem: { displayText: ASC } } }")]
    [InlineData("orderBy: { related: { contentItem: { displayText: DESC } }, ingress: ASC }")]
    [InlineData("where: { featured: true }, orderBy: { ingress: ASC }")]
    [InlineData("where: { priority_gte: 1 }, orderBy: { priority: ASC }")]
    [InlineData("culture: \"nn\", orderBy: { ingress: ASC }")]
    [InlineData("status: LATEST, orderBy: { ingress: DESC, priority: ASC }", "Editor")]
    [InlineData("status: ALL, orderBy: { ingress: DESC, priority: ASC }", "Editor")]
    [InlineData("status: ALL, orderBy: { related: { contentItem: { displayText: ASC } } }", "Editor")]
    public async Task What_comes_and_goes_between_two_pages_makes_nothing_come_twice_or_not_at_all(string arguments, string? roles = null)
    {
        var tenant = await Site.CreateTenantAsync();
        var random = new Random(arguments.Length);
        await tenant.Content.PublishAsync(Enumerable.Range(0, 3).Select(number => Item("Party", $"party{number}")).ToArray());
        await tenant.Content.PublishAsync(Enumerable.Range(0, 24).Select(number => Made($"p{number}", random)).ToArray());
        var stays = (await ListAsync(tenant, arguments, roles)).ToHashSet();
        var found = new List<string>();
        var added = 0;

        var after = "";
        for (var hasMore = true; hasMore; )
        {
            var page = await PageAsync(tenant, arguments, after, roles);
            found.AddRange(page.Ids);
            (hasMore, after) = (page.HasMore, page.End);
            Assert.Equal(hasMore ? PageSize : page.Ids.Count, page.Ids.Count);

            // Two new ones, and two that go, one of them the very last that was given.
            await tenant.Content.PublishAsync(Made($"n{added++}", random), Made($"n{added++}", random));
            string[] going = [page.Ids[^1], $"p{random.Next(24)}"];
            foreach (var id in going.Distinct())
            {
                await RemoveAsync(tenant, id);
                if (!found.Contains(id))
                {
                    stays.Remove(id);
                }
            }

            Assert.InRange(found.Count, 0, 100);
        }

        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Empty(stays.Except(found));
    }

    [Fact]
    public async Task Pages_in_any_order_are_the_list_in_that_order()
    {
        var tenant = await Site.CreateTenantAsync();
        var random = new Random(7);
        await tenant.Content.PublishAsync(Enumerable.Range(0, 24).Select(number => Made($"p{number}", random)).ToArray());

        foreach (
            var order in new[]
            {
                "ingress: ASC",
                "ingress: DESC",
                "priority: DESC, ingress: ASC",
                "featured: ASC, priority: DESC",
                "path: ASC",
                "related: { contentItem: { displayText: DESC } }",
            }
        )
        {
            var arguments = $"orderBy: {{ {order} }}";
            var found = new List<string>();
            var (after, hasMore) = ("", true);
            while (hasMore && found.Count < 100)
            {
                var page = await PageAsync(tenant, arguments, after, null);
                found.AddRange(page.Ids);
                (after, hasMore) = (page.End, page.HasMore);
            }

            Assert.Equal($"{order}: {string.Join(' ', await ListAsync(tenant, arguments, null))}", $"{order}: {string.Join(' ', found)}");
        }
    }

    [Fact]
    public async Task Every_edge_has_a_cursor_and_the_total_is_that_of_all_pages()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Enumerable.Range(0, 6).Select(number => Page($"p{number}", day: number + 1)).ToArray());
        const string Query =
            "query ($after: String) { helpPageConnection(first: 2, after: $after, orderBy: { createdUtc: ASC }) { "
            + "totalCount edges { cursor node { contentItemId } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }";

        var first = Connection(await tenant.DataAsync(Query, new { after = (string?)null }));
        var second = Connection(
            await tenant.DataAsync(Query, new { after = first.GetProperty("edges")[0].GetProperty("cursor").GetString() })
        );
        var beyond = Connection(
            await tenant.DataAsync(
                Query,
                new
                {
                    after = (
                        await PageAsync(
                            tenant,
                            "orderBy: { createdUtc: ASC }",
                            second.GetProperty("pageInfo").GetProperty("endCursor").GetString()!,
                            null
                        )
                    ).End,
                }
            )
        );

        Assert.Equal(
            first.GetProperty("edges")[0].GetProperty("cursor").GetString(),
            first.GetProperty("pageInfo").GetProperty("startCursor").GetString()
        );
        Assert.Equal(
            first.GetProperty("edges")[1].GetProperty("cursor").GetString(),
            first.GetProperty("pageInfo").GetProperty("endCursor").GetString()
        );
        Assert.Equal(
            "p1 p2",
            string.Join(
                ' ',
                second
                    .GetProperty("edges")
                    .EnumerateArray()
                    .Select(edge => edge.GetProperty("node").GetProperty("contentItemId").GetString())
            )
        );
        Assert.Equal(
            """{"totalCount":6,"edges":[],"pageInfo":{"startCursor":null,"endCursor":null,"hasNextPage":false,"hasPreviousPage":true}}""",
            beyond.GetRawText()
        );
        Assert.Equal(
            (6, true),
            (second.GetProperty("totalCount").GetInt32(), second.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean())
        );
    }

    [Fact]
    public async Task A_cursor_is_of_the_order_that_it_was_made_for()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"), Page("p2"), Item("Plan", "plan"));
        var cursor = (await PageAsync(tenant, "orderBy: { ingress: ASC }", "", null)).End;

        Assert.Contains("another list or order", await ErrorAsync("helpPage", "orderBy: { ingress: DESC }, "), StringComparison.Ordinal);
        Assert.Contains(
            "another list or order",
            await ErrorAsync("helpPage", "orderBy: { ingress: ASC, path: ASC }, "),
            StringComparison.Ordinal
        );
        Assert.Contains("another list or order", await ErrorAsync("helpPage", ""), StringComparison.Ordinal);
        Assert.Contains("another list or order", await ErrorAsync("plan", ""), StringComparison.Ordinal);
        var mangled = $"{cursor[..12]}{(cursor[12] == 'A' ? 'B' : 'A')}{cursor[13..]}";
        foreach (var no in new[] { mangled, cursor[..^1], cursor + "A", "MTA=", "no", "%", new string('A', 50_000) })
        {
            cursor = no;
            Assert.Contains("is no cursor", await ErrorAsync("helpPage", "orderBy: { ingress: ASC }, "), StringComparison.Ordinal);
        }

        Task<string> ErrorAsync(string type, string arguments) =>
            tenant.ErrorAsync($"{{ {type}Connection({arguments}after: \"{cursor}\") {{ totalCount }} }}");
    }

    [Fact]
    public async Task A_cursor_names_nothing_that_the_reader_may_not_see()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Item("Party", "hidden-party", level: "secret"),
            Page(
                "p1",
                """{ "Ingress": { "Text": "Synlig" }, "Related": { "ContentItemIds": ["hidden-party"] }, "Note": { "Text": "Hemmelig" } }"""
            ),
            Page("p2", """{ "Related": { "ContentItemIds": ["hidden-party"] } }""")
        );

        foreach (var order in new[] { "related: { contentItem: { displayText: ASC } }", "ingress: ASC" })
        {
            var page = await PageAsync(tenant, $"orderBy: {{ {order} }}", "", null);
            var bytes = Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(page.End));

            Assert.DoesNotContain("hidden", bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("hemmelig", bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A page with few values, so that many are alike, and some without.</summary>
    private static VoldCms.ContentManagement.Items.ContentItem Made(string id, Random random)
    {
        var words = random.Next(4) is > 0 and var word
            ? $$""" "Ingress": { "Text": "{{new[] { "Å ringe", "barn", "Barn" }[word - 1]}}" },"""
            : "";
        var priority = random.Next(3) is > 0 and var number
            ? $$""" "Priority": { "Value": {{number.ToString(CultureInfo.InvariantCulture)}} },"""
            : "";
        var related = random.Next(4) is > 0 and var party ? $$""" "Related": { "ContentItemIds": ["party{{party - 1}}"] },""" : "";
        var audience = random.Next(3) is > 0 and var group
            ? $$""" "Audience": { "Values": ["{{(group == 1 ? "unge" : "alle")}}"] },"""
            : "";
        var reviewed = $$""" "ReviewDate": { "Value": "2026-05-0{{random.Next(1, 4)}}T00:00:00Z" },""";
        var featured = $$""" "Featured": { "Value": {{(random.Next(2) == 0 ? "true" : "false")}} }""";
        return Page(
            id,
            $$"""{{{words}}{{priority}}{{related}}{{audience}}{{reviewed}}{{featured}} }""",
            day: random.Next(1, 5),
            parts: $$"""{ "AutoroutePart": { "Path": "{{id}}" } }"""
        );
    }

    private static Task RemoveAsync(ApiTenant tenant, string id) =>
        tenant.Content.WriteAsync(async work =>
        {
            var live = await work.Content.LoadAsync(new(id), Stop);
            return live.Latest is null ? live : await work.Content.SaveAsync(live, live with { Latest = null, Published = null }, Stop);
        });

    private static async Task<List<string>> ListAsync(ApiTenant tenant, string arguments, string? roles)
    {
        var answer = Connection(
            await tenant.DataAsync(
                $"{{ helpPageConnection({arguments}{(arguments.Length == 0 ? "" : ", ")}first: 1000) {{ nodes {{ contentItemId }} }} }}",
                roles: roles
            )
        );
        return [.. answer.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("contentItemId").GetString()!)];
    }

    private static async Task<(List<string> Ids, string End, bool HasMore)> PageAsync(
        ApiTenant tenant,
        string arguments,
        string after,
        string? roles
    )
    {
        var answer = Connection(
            await tenant.DataAsync(
                $"query ($after: String) {{ helpPageConnection({arguments}{(arguments.Length == 0 ? "" : ", ")}first: "
                    + $"{PageSize}, after: $after) {{ nodes {{ contentItemId }} pageInfo {{ endCursor hasNextPage }} }} }}",
                new { after },
                roles
            )
        );
        var info = answer.GetProperty("pageInfo");
        return (
            [.. answer.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("contentItemId").GetString()!)],
            info.GetProperty("endCursor").GetString() ?? "",
            info.GetProperty("hasNextPage").GetBoolean()
        );
    }

    private static JsonElement Connection(string data) => JsonDocument.Parse(data).RootElement.EnumerateObject().Single().Value;
}

public sealed class CursorOnSqliteTests(ApiOnSqlite site) : CursorTests(site), IClassFixture<ApiOnSqlite>;

public sealed class CursorOnPostgreSqlTests(ApiOnPostgreSql site) : CursorTests(site), IClassFixture<ApiOnPostgreSql>;
