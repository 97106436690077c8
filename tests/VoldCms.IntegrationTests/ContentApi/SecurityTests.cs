using System.Net;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi;

public abstract class SecurityTests(ApiSite site) : ApiTest(site)
{
    private const string Everything =
        """
        { helpPage { contentItemId displayText note steps { contentItems { displayText ... on Step { text } } } related { contentItems { displayText } }
            localization { localizations { displayText } } illustration { paths } }
          helpPageConnection { totalCount nodes { displayText } }
          a: contentItem(contentItemId: "internal") { displayText } b: contentItem(contentItemId: "secret") { displayText } c: contentItem(contentItemId: "draft") { displayText }
          d: contentItemByPath(path: "hemmelig") { displayText } e: contentItem(contentItemId: "elsewhere") { displayText }
          plan { contentItemId measureByPlan { displayText parties { contentItems { displayText } } } } helpCentre { list { contentItems { displayText } } } }
        """;

    [Fact]
    public async Task A_visitor_sees_nothing_hidden_by_any_way()
    {
        var tenant = await HiddenAsync();

        var data = await tenant.DataAsync(Everything);

        Assert.Contains("\"totalCount\":1", data, StringComparison.Ordinal);
        Assert.Contains("Steg for alle", data, StringComparison.Ordinal);
        Assert.All(["internal", "secret", "draft", "elsewhere", "Hemmelig", "Internt"], word => Assert.DoesNotContain(word, data, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_editor_sees_what_is_internal_and_nobody_else_s_secrets()
    {
        var tenant = await HiddenAsync();

        var data = await tenant.DataAsync(Everything, roles: "Editor");

        Assert.Contains("HelpPage internal", data, StringComparison.Ordinal);
        Assert.Contains("Internt notat", data, StringComparison.Ordinal);
        Assert.All(["HelpPage secret", "Hemmelig", "HelpPage draft", "elsewhere"], word => Assert.DoesNotContain(word, data, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("HelpPage secret", await tenant.DataAsync(Everything, roles: "Administrator"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DRAFT")]
    [InlineData("LATEST")]
    [InlineData("ALL")]
    public async Task Other_states_need_a_permission_and_say_so(string status)
    {
        var tenant = await HiddenAsync();
        string[] queries =
        [
            $"{{ helpPage(status: {status}) {{ displayText }} }}", $"{{ helpPageConnection(status: {status}) {{ totalCount }} }}",
            $"{{ helpPage {{ related {{ contentItems(status: {status}) {{ displayText }} }} }} }}", $"{{ plan {{ measureByPlan(status: {status}) {{ displayText }} }} }}",
        ];

        foreach (var query in queries)
        {
            Assert.Contains("needs the permission PreviewContent or EditContent", await tenant.ErrorAsync(query), StringComparison.Ordinal);
        }

        Assert.Contains("HelpPage draft", await tenant.DataAsync(queries[0], roles: "Editor"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ helpPage(where: { note_contains: "Internt" }) { displayText } }""")]
    [InlineData("""{ helpPage(where: { NOT: { OR: { note: "x" } } }) { displayText } }""")]
    [InlineData("{ helpPage(orderBy: { note: ASC }) { displayText } }")]
    [InlineData("""{ helpPageConnection(where: { note_starts_with: "I" }) { totalCount } }""")]
    public async Task Nobody_filters_or_orders_by_what_she_may_not_see(string query)
    {
        var tenant = await HiddenAsync();

        Assert.Contains("is not a path that can be filtered or ordered by", await tenant.ErrorAsync(query), StringComparison.Ordinal);
        await tenant.DataAsync(query, roles: "Editor");
    }

    [Fact]
    public async Task Whoever_may_not_ask_is_told_so()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.SetAsync(VoldCms.ContentManagement.Permissions.Roles.DocumentName, VoldCms.ContentManagement.Permissions.Roles.Default.ToJson());

        using var visitor = await tenant.GetAsync("{ __typename }");
        using var user = await tenant.GetAsync("{ __typename }", roles: "Somebody");
        using var schema = await Site.Http.GetAsync($"{tenant.Address}/schema.graphql", Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, user.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, schema.StatusCode);
        Assert.Contains("ExecuteGraphQL", await visitor.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_and_the_answers_of_others_stay_with_them()
    {
        var tenant = await HiddenAsync();

        Assert.Contains("ViewMediaContent", await tenant.ErrorAsync("{ mediaAssets { name } }"), StringComparison.Ordinal);
        Assert.Equal("""{"mediaAssets":[]}""", await tenant.DataAsync("""{ mediaAssets(path: "../..", includeSubDirectories: true) { name } }""", roles: "Administrator"));
        Assert.Equal("""{"me":{"userName":"Kari"}}""", await tenant.DataAsync("{ me { userName } }", roles: "Editor"));
        Assert.Equal("""{"me":null}""", await tenant.DataAsync("{ me { userName } }"));
    }

    private async Task<ApiTenant> HiddenAsync()
    {
        var other = await Site.CreateTenantAsync();
        await other.Content.PublishAsync(Page("elsewhere"));
        var tenant = await Site.CreateTenantAsync();
        const string Set = "\"LocalizationPart\": { \"Culture\": \"{0}\", \"LocalizationSet\": \"s1\" }";
        await tenant.Content.PublishAsync(
            Page(
                "open",
                """{ "Note": { "Text": "Internt notat" }, "Related": { "ContentItemIds": ["internal", "secret", "draft", "elsewhere"] } }""",
                parts: $$"""
                { {{Set.Replace("{0}", "nb", StringComparison.Ordinal)}}, "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre" },
                  "Steps": { "ContentItems": [{ "ContentItemId": "x1", "ContentType": "Step", "Step": { "Text": { "Text": "Steg for alle" } } },
                    { "ContentItemId": "x2", "ContentType": "Step", "DisplayText": "Hemmelig steg", "Step": { "Text": { "Text": "Hemmelig tekst" } }, "VisibilityPart": { "Level": { "Text": "secret" } } }] } }
                """),
            Page("internal", level: "internal", parts: $$"""{ {{Set.Replace("{0}", "nn", StringComparison.Ordinal)}}, "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre" } }"""),
            Page("secret", level: "secret", parts: """{ "AutoroutePart": { "Path": "hemmelig" } }"""),
            Item("HelpCentre", "c1"), Item("Plan", "plan1"), Item("Party", "secret-party", level: "secret"),
            Measure("measure-secret", "plan1", 1, [], level: "secret"), Measure("m1", "plan1", 2, ["secret-party"]));
        await tenant.Content.SaveDraftAsync(Page("draft") with { PublishedUtc = null });
        return tenant;
    }
}

public sealed class SecurityOnSqliteTests(ApiOnSqlite site) : SecurityTests(site), IClassFixture<ApiOnSqlite>;

public sealed class SecurityOnPostgreSqlTests(ApiOnPostgreSql site) : SecurityTests(site), IClassFixture<ApiOnPostgreSql>;
