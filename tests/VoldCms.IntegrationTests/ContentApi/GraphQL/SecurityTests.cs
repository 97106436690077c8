using System.Net;
using System.Text.Json;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.GraphQL;

public abstract class SecurityTests(ApiSite site) : ApiTest(site)
{
    private const string Everything = """
        { helpPage { contentItemId displayText note steps { contentItems { displayText ... on Step { text } } } related {
          contentItems { displayText } }
            localization { localizations { displayText } } illustration { paths } }
          helpPageConnection { totalCount nodes { displayText } }
          a: contentItem(contentItemId: "internal") { displayText } b: contentItem(contentItemId: "secret") { displayText }
            c: contentItem(contentItemId: "draft") { displayText }
          d: contentItemByPath(path: "hemmelig") { displayText } e: contentItem(contentItemId: "elsewhere") { displayText }
          plan { contentItemId measureByPlan { displayText parties { contentItems { displayText } } } } helpCentre { list {
            contentItems { displayText } } } }
        """;

    [Fact]
    public async Task A_visitor_sees_nothing_hidden_by_any_way()
    {
        var tenant = await HiddenAsync();

        var data = await tenant.DataAsync(Everything);

        Assert.Contains("\"totalCount\":1", data, StringComparison.Ordinal);
        Assert.Contains("Steg for alle", data, StringComparison.Ordinal);
        Assert.All(
            ["internal", "secret", "draft", "elsewhere", "Hemmelig", "Internt"],
            word => Assert.DoesNotContain(word, data, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task An_editor_sees_what_is_internal_and_nobody_else_s_secrets()
    {
        var tenant = await HiddenAsync();

        var data = await tenant.DataAsync(Everything, roles: "Editor");

        Assert.Contains("HelpPage internal", data, StringComparison.Ordinal);
        Assert.Contains("Internt notat", data, StringComparison.Ordinal);
        Assert.All(
            ["HelpPage secret", "Hemmelig", "HelpPage draft", "elsewhere"],
            word => Assert.DoesNotContain(word, data, StringComparison.OrdinalIgnoreCase)
        );
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
            $"{{ helpPage(status: {status}) {{ displayText }} }}",
            $"{{ helpPageConnection(status: {status}) {{ totalCount }} }}",
            $"{{ helpPage {{ related {{ contentItems(status: {status}) {{ displayText }} }} }} }}",
            $"{{ plan {{ measureByPlan(status: {status}) {{ displayText }} }} }}",
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
        await tenant.Content.SetAsync(
            VoldCms.ContentManagement.Permissions.Roles.DocumentName,
            VoldCms.ContentManagement.Permissions.Roles.Default.ToJson()
        );

        using var visitor = await tenant.GetAsync("{ __typename }");
        using var user = await tenant.GetAsync("{ __typename }", roles: "Somebody");
        using var schema = await Site.Http.GetAsync($"{tenant.Address}/schema.graphql", Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, user.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, schema.StatusCode);
        Assert.Contains("ExecuteGraphQL", await visitor.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        // And how to come in, by whichever door.
        using var rest = await Site.Http.GetAsync(tenant.Address.Replace("/graphql", "/content", StringComparison.Ordinal), Stop);
        Assert.All([visitor, schema, rest], answer => Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString()));
    }

    [Fact]
    public async Task The_library_and_the_answers_of_others_stay_with_them()
    {
        var tenant = await HiddenAsync();

        Assert.Contains("ViewMediaContent", await tenant.ErrorAsync("{ mediaAssets { name } }"), StringComparison.Ordinal);
        Assert.Equal(
            """{"mediaAssets":[]}""",
            await tenant.DataAsync("""{ mediaAssets(path: "../..", includeSubDirectories: true) { name } }""", roles: "Administrator")
        );
        Assert.Equal("""{"me":{"userName":"Kari"}}""", await tenant.DataAsync("{ me { userName } }", roles: "Editor"));
        Assert.Equal("""{"me":null}""", await tenant.DataAsync("{ me { userName } }"));
    }

    /// <summary>Role, the highest level it sees, and whether it sees what is not published.</summary>
    public static TheoryData<string?, int, bool> Readers =>
        new()
        {
            { null, 0, false },
            { "Reader", 0, false },
            { "Editor", 1, true },
            { "Administrator", 2, true },
        };

    [Theory, MemberData(nameof(Readers))]
    public async Task Role_by_state_by_level_by_field_by_tenant_every_door_says_the_same(string? roles, int level, bool seesDrafts)
    {
        string[] levels = ["public", "internal", "secret"];
        ApiTenant[] tenants = [await Site.CreateTenantAsync(), await Site.CreateTenantAsync()];
        foreach (var (tenant, number) in tenants.Select((tenant, number) => (tenant, number)))
        {
            foreach (var each in levels)
            {
                await tenant.Content.PublishAsync(Page($"p-{each}-{number}", """{ "Note": { "Text": "notat" } }""", each));
                await tenant.Content.SaveDraftAsync(Page($"d-{each}-{number}", level: each));
            }

            var all = levels.SelectMany(each => new[] { $"\"p-{each}-{number}\"", $"\"d-{each}-{number}\"" });
            await tenant.Content.PublishAsync(
                Page(
                    $"p-picks-{number}",
                    $$"""{ "Related": { "ContentItemIds": [{{string.Join(',', all)}}, "p-public-{{1 - number}}"] } }"""
                )
            );
        }

        string[] seen = [.. levels.Take(level + 1).Select(each => $"p-{each}-0")];
        string[] drafts = seesDrafts ? [.. levels.Take(level + 1).Select(each => $"d-{each}-0")] : [];
        const string Where = "where: { contentItemId_not: \"p-picks-0\" }, orderBy: { contentItemId: ASC }";
        var data = JsonDocument
            .Parse(
                await tenants[0]
                    .DataAsync(
                        $"{{ helpPage({Where}) {{ contentItemId note }} helpPageConnection({Where}) {{ totalCount }} "
                            + $"one: helpPage(where: {{ contentItemId: \"p-picks-0\" }}) {{ "
                            + $"related {{ contentItems {{ contentItemId }} }} }} }}",
                        roles: roles
                    )
            )
            .RootElement;

        Assert.Equal(
            seen.Order(),
            data.GetProperty("helpPage").EnumerateArray().Select(item => item.GetProperty("contentItemId").GetString()!)
        );
        Assert.All(
            data.GetProperty("helpPage").EnumerateArray(),
            item => Assert.Equal(level > 0 ? "notat" : null, item.GetProperty("note").GetString())
        );
        Assert.Equal(seen.Length, data.GetProperty("helpPageConnection").GetProperty("totalCount").GetInt32());
        Assert.Equal(
            seen,
            data.GetProperty("one")[0]
                .GetProperty("related")
                .GetProperty("contentItems")
                .EnumerateArray()
                .Select(item => item.GetProperty("contentItemId").GetString()!)
        );
        if (seesDrafts)
        {
            Assert.Equal(
                string.Join(' ', drafts.Order()),
                await tenants[0].IdsAsync("status: DRAFT, orderBy: { contentItemId: ASC }", roles: roles)
            );
        }

        foreach (var id in levels.SelectMany(each => new[] { $"p-{each}-0", $"d-{each}-0", $"p-{each}-1", $"d-{each}-1" }))
        {
            var isSeen = seen.Contains(id);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{tenants[0].Content.Tenant.RequestUrlPrefix}/api/content/{id}");
            if (roles is not null)
            {
                request.Headers.Add(ApiSite.WhoHeader, roles);
            }

            using var item = await Site.Http.SendAsync(request, Stop);
            var byId = await tenants[0]
                .DataAsync("query ($id: String!) { contentItem(contentItemId: $id) { contentItemId } }", new { id }, roles);

            Assert.Equal((id, isSeen && roles != "Reader"), (id, item.IsSuccessStatusCode));
            Assert.Equal((id, isSeen), (id, byId.Contains(id, StringComparison.Ordinal)));
        }
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
                """{ "Note": { "Text": "Internt notat" }, "Related": { "ContentItemIds": ["internal","""
                    + """ "secret", "draft", "elsewhere"] } }""",
                parts: $$"""
                { {{Set.Replace(
                    "{0}",
                    "nb",
                    StringComparison.Ordinal
                )}}, "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre" },
                  "Steps": { "ContentItems": [{ "ContentItemId": "x1", "ContentType": "Step",
                    "Step": { "Text": { "Text": "Steg for alle" } } },
                    { "ContentItemId": "x2", "ContentType": "Step", "DisplayText": "Hemmelig steg",
                      "Step": { "Text": { "Text": "Hemmelig tekst" } }, "VisibilityPart": { "Level": { "Text": "secret" } } }] } }
                """
            ),
            Page(
                "internal",
                level: "internal",
                parts: $$"""{ {{Set.Replace("{0}", "nn", StringComparison.Ordinal)}}, """
                    + """ "ContainedPart": { "ListContentItemId": "c1", "ListContentType": "HelpCentre" } }"""
            ),
            Page("secret", level: "secret", parts: """{ "AutoroutePart": { "Path": "hemmelig" } }"""),
            Item("HelpCentre", "c1"),
            Item("Plan", "plan1"),
            Item("Party", "secret-party", level: "secret"),
            Measure("measure-secret", "plan1", 1, [], level: "secret"),
            Measure("m1", "plan1", 2, ["secret-party"])
        );
        await tenant.Content.SaveDraftAsync(Page("draft") with { PublishedUtc = null });
        return tenant;
    }
}

public sealed class SecurityOnSqliteTests(ApiOnSqlite site) : SecurityTests(site), IClassFixture<ApiOnSqlite>;

public sealed class SecurityOnPostgreSqlTests(ApiOnPostgreSql site) : SecurityTests(site), IClassFixture<ApiOnPostgreSql>;
