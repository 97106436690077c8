using System.Net;
using System.Text.Json;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Items;

/// <summary>Who wrote and who owns an item is told to those who are known here (decision 0013).</summary>
public abstract class PeopleTests(ApiSite site) : ApiTest(site)
{
    private const string Person = "kari-nordmann";

    [Theory]
    [InlineData("{ helpPage { owner author } }")]
    [InlineData("{ helpPageConnection { nodes { owner author } } }")]
    [InlineData("{ contentItem(contentItemId: \"p\") { owner author } }")]
    [InlineData("{ contentItemByPath(path: \"p\") { owner author } }")]
    [InlineData("{ helpPage { steps { contentItems { owner author } } } }")]
    [InlineData("{ helpPage { related { contentItems { owner author } } } }")]
    [InlineData("{ changes { changes { contentItem { owner author } } } }")]
    [InlineData("{ plan { measureByPlan { owner author } } }")]
    public async Task A_visitor_is_told_of_nobody(string query)
    {
        var tenant = await WrittenAsync();

        // Whoever reads first: what was read for one is not another's.
        foreach (var roles in new[] { null, "Editor", null })
        {
            var data = await tenant.DataAsync(query, roles: roles);
            Assert.Equal(roles is not null, data.Contains(Person, StringComparison.Ordinal));
            Assert.Equal(roles is null, data.Contains("\"owner\":\"\",\"author\":\"\"", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/api/content?type=HelpPage")]
    [InlineData("/api/content/p")]
    public async Task Nor_in_items_as_json(string path)
    {
        var tenant = await WrittenAsync();

        var visitor = await Site.SendAsync("GET", tenant.At(path));
        var editor = await Site.SendAsync("GET", tenant.At(path), headers: (ApiSite.WhoHeader, "Editor"));

        Assert.Equal((HttpStatusCode.OK, false), (visitor.Status, visitor.Text.Contains(Person, StringComparison.Ordinal)));
        Assert.Contains("\"Owner\":\"\"", visitor.Text, StringComparison.Ordinal);
        Assert.Contains(Person, editor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("helpPage(where: { owner: \"kari-nordmann\" }) { path }")]
    [InlineData("helpPage(where: { NOT: { author_contains: \"kari\" } }) { path }")]
    [InlineData("helpPage(where: { OR: [{ displayText: \"x\" }, { author_in: [\"kari-nordmann\"] }] }) { path }")]
    [InlineData("helpPage(orderBy: { author: ASC }) { path }")]
    [InlineData("helpPageConnection(orderBy: { owner: DESC }) { totalCount }")]
    [InlineData("helpPageCounts(by: [author]) { count }")]
    [InlineData("measure(where: { plan: { contentItem: { owner: \"kari-nordmann\" } } }) { displayText }")]
    [InlineData("helpPage { steps { contentItems(where: { author: \"kari-nordmann\" }) { displayText } } }")]
    public async Task And_nobody_is_found_by_asking(string field)
    {
        var tenant = await WrittenAsync();

        var visitor = await tenant.AskAsync($"{{ {field} }}");
        var editor = await tenant.AskAsync($"{{ {field} }}", roles: "Editor");

        Assert.Equal("query.unknown-path", visitor.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.DoesNotContain("kari", visitor.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.False(editor.TryGetProperty("errors", out _), editor.GetRawText());
    }

    [Theory]
    [InlineData("owner=kari-nordmann")]
    [InlineData("author_not=x")]
    [InlineData("sort=-author")]
    public async Task Nor_in_an_address(string question)
    {
        var tenant = await WrittenAsync();

        var visitor = await Site.SendAsync("GET", tenant.At($"/api/content?type=HelpPage&{question}"));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.DoesNotContain("kari", visitor.Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<ApiTenant> WrittenAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        var step =
            $$"""{ "ContentItemId": "s1", "ContentType": "Step", "DisplayText": "Ring", "Owner": "{{Person}}","""
            + $$""" "Author": "{{Person}}", "Step": { "Text": { "Text": "Ring" } } }""";
        await tenant.Content.PublishAsync(
            Page(
                "p",
                """{ "Related": { "ContentItemIds": ["p"] } }""",
                parts: $$"""{ "AutoroutePart": { "Path": "p" }, "Steps": { "ContentItems": [{{step}}] } }"""
            ) with
            {
                Owner = Person,
                Author = Person,
            },
            Item("Plan", "plan") with
            {
                Owner = Person,
                Author = Person,
            },
            Measure("m", "plan", 1, []) with
            {
                Owner = Person,
                Author = Person,
            }
        );
        return tenant;
    }
}

public sealed class PeopleOnSqliteTests(ApiOnSqlite site) : PeopleTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PeopleOnPostgreSqlTests(ApiOnPostgreSql site) : PeopleTests(site), IClassFixture<ApiOnPostgreSql>;
