using System.Text.Json;
using VoldCms.ContentManagement.Items;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Lists;

/// <summary>What has changed since a reader last asked.</summary>
public abstract class ChangesTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task A_reader_who_asks_again_gets_what_has_changed_and_tombstones()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"));
        await tenant.Content.PublishAsync(Page("p2"), Item("Plan", "plan"));

        var (first, cursor) = await ChangesAsync(tenant, null);
        var (none, same) = await ChangesAsync(tenant, cursor);
        await tenant.Content.PublishAsync(Page("p1"));
        await WithdrawAsync(tenant, "p2");
        await tenant.Content.SaveDraftAsync(Page("plan-draft"));
        var (second, last) = await ChangesAsync(tenant, cursor);
        var (fresh, _) = await ChangesAsync(tenant, null);

        Assert.Equal(
            "p1 p2 plan",
            string.Join(' ', first.Split(' ').Order(StringComparer.Ordinal)).Replace("+", "", StringComparison.Ordinal)
        );
        Assert.Equal(("", cursor), (none, same));
        Assert.Equal("+p1 -p2", second);
        Assert.Equal("", (await ChangesAsync(tenant, last)).Changes);
        Assert.Equal("+plan +p1", fresh);
    }

    [Fact]
    public async Task Changes_come_in_pages_of_some_types_and_with_the_items_as_they_are()
    {
        var tenant = await Site.CreateTenantAsync();
        foreach (var id in new[] { "p1", "p2", "p3" })
        {
            await tenant.Content.PublishAsync(Page(id));
        }

        await tenant.Content.PublishAsync(Item("Plan", "plan"));

        var page = JsonDocument
            .Parse(
                await tenant.DataAsync(
                    "{ changes(first: 2, contentTypes: [\"HelpPage\"]) { changes { "
                        + "contentItemId contentItem { displayText } } cursor hasMore } }"
                )
            )
            .RootElement.GetProperty("changes");
        var rest = await tenant.DataAsync(
            "query ($since: String) { changes(since: $since, first: 2, contentTypes: [\"helppage\"]) "
                + "{ changes { contentItemId kind contentType } hasMore } }",
            new { since = page.GetProperty("cursor").GetString() }
        );

        Assert.Equal(
            """[{"contentItemId":"p1","contentItem":{"displayText":"HelpPage"""
                + """ p1"}},{"contentItemId":"p2","contentItem":{"displayText":"HelpPage p2"}}]""",
            page.GetProperty("changes").GetRawText()
        );
        Assert.True(page.GetProperty("hasMore").GetBoolean());
        Assert.Equal(
            """{"changes":{"changes":[{"contentItemId":"p3","kind":"PUBLISHED","contentType":"HelpPage"}],"hasMore":false}}""",
            rest
        );
        Assert.Equal(
            """{"changes":{"changes":[]}}""",
            await tenant.DataAsync("{ changes(contentTypes: [\"Gone\"]) { changes { kind } } }")
        );
    }

    [Fact]
    public async Task Nothing_is_said_of_what_the_reader_never_could_see()
    {
        var other = await Site.CreateTenantAsync();
        await other.Content.PublishAsync(Page("elsewhere"));
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("open"));
        var (_, cursor) = await ChangesAsync(tenant, null);
        await tenant.Content.PublishAsync(
            Page("internal", level: "internal"),
            Page("secret", level: "secret"),
            Page("gone", level: "internal")
        );
        await tenant.Content.SaveDraftAsync(Page("draft") with { PublishedUtc = null });
        await WithdrawAsync(tenant, "gone");

        Assert.Equal("", (await ChangesAsync(tenant, cursor)).Changes);
        Assert.Equal("+open", (await ChangesAsync(tenant, null)).Changes);
        Assert.Equal("+internal -gone", (await ChangesAsync(tenant, cursor, "Editor")).Changes);
        Assert.Equal("+internal +secret -gone", (await ChangesAsync(tenant, cursor, "Administrator")).Changes);

        // What was public and is now for staff only has gone, to others.
        await tenant.Content.PublishAsync(Page("open", level: "internal"));
        Assert.Equal("-open", (await ChangesAsync(tenant, cursor)).Changes);
        Assert.Equal("+internal -gone +open", (await ChangesAsync(tenant, cursor, "Editor")).Changes);
    }

    [Theory]
    [InlineData("no cursor")]
    [InlineData("bm8")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OTk6eA")]
    public async Task What_is_no_cursor_is_said_to_be_none(string since)
    {
        var tenant = await Site.CreateTenantAsync();

        Assert.Contains(
            "\"since\" is no cursor",
            await tenant.ErrorAsync("query ($since: String) { changes(since: $since) { cursor } }", new { since }),
            StringComparison.Ordinal
        );
    }

    private static async Task<(string Changes, string Cursor)> ChangesAsync(ApiTenant tenant, string? since, string? roles = null)
    {
        var answer = JsonDocument
            .Parse(
                await tenant.DataAsync(
                    "query ($since: String) { changes(since: $since) { changes { contentItemId kind } cursor } }",
                    new { since },
                    roles
                )
            )
            .RootElement.GetProperty("changes");
        return (
            string.Join(
                ' ',
                answer
                    .GetProperty("changes")
                    .EnumerateArray()
                    .Select(change =>
                        (change.GetProperty("kind").GetString() == "REMOVED" ? "-" : "+") + change.GetProperty("contentItemId").GetString()
                    )
            ),
            answer.GetProperty("cursor").GetString()!
        );
    }

    private static Task WithdrawAsync(ApiTenant tenant, string id) =>
        tenant.Content.WriteAsync(async work =>
        {
            var live = await work.Content.LoadAsync(new ContentItemId(id), Stop);
            return await work.Content.SaveAsync(live, live with { Published = null }, Stop);
        });
}

public sealed class ChangesOnSqliteTests(ApiOnSqlite site) : ChangesTests(site), IClassFixture<ApiOnSqlite>;

public sealed class ChangesOnPostgreSqlTests(ApiOnPostgreSql site) : ChangesTests(site), IClassFixture<ApiOnPostgreSql>;
