using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Permissions;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Mutations;

public abstract class MutationTests(ApiSite site) : ApiTest(site)
{
    private const string Save =
        "mutation ($id: ID, $basedOn: ID, $content: HelpPageContentInput!) { saveHelpPageDraft(contentItemId: $id, "
        + "basedOn: $basedOn, content: $content) { contentItemId contentItemVersionId published displayText ingress } }";

    [Fact]
    public async Task An_item_is_drafted_published_changed_taken_off_and_removed()
    {
        var tenant = await CreateTenantAsync();

        var draft = await FieldAsync(
            tenant,
            Save,
            new
            {
                content = new
                {
                    title = "Ny side",
                    path = "ny",
                    ingress = "En",
                },
            }
        );
        var id = draft.GetProperty("contentItemId").GetString()!;
        var whileDraft = await tenant.IdsAsync("");
        var published = await FieldAsync(
            tenant,
            "mutation ($id: ID!) { publishHelpPage(contentItemId: $id) { published publishedUtc } }",
            new { id }
        );
        var version = draft.GetProperty("contentItemVersionId").GetString();
        var changed = await FieldAsync(
            tenant,
            Save,
            new
            {
                id,
                basedOn = version,
                content = new { ingress = "To" },
            }
        );
        var conflict = await ErrorAsync(
            tenant,
            Save,
            new
            {
                id,
                basedOn = version,
                content = new { ingress = "Tre" },
            }
        );
        var whileChanged = await tenant.DataAsync("{ helpPage { displayText path ingress } }");
        await FieldAsync(tenant, "mutation ($id: ID!) { unpublishHelpPage(contentItemId: $id) { published } }", new { id });
        var afterwards = await tenant.IdsAsync("");
        var removed = await FieldAsync(tenant, "mutation ($id: ID!) { removeHelpPage(contentItemId: $id) }", new { id });
        var gone = await ErrorAsync(tenant, "mutation ($id: ID!) { removeHelpPage(contentItemId: $id) }", new { id });

        Assert.Equal(
            ("", "Ny side", "En"),
            (whileDraft, draft.GetProperty("displayText").GetString(), draft.GetProperty("ingress").GetString())
        );
        Assert.True(published.GetProperty("published").GetBoolean());
        Assert.Equal((false, "To"), (changed.GetProperty("published").GetBoolean(), changed.GetProperty("ingress").GetString()));
        Assert.Equal("content.version-conflict", Code(conflict));
        Assert.Equal("""["saveHelpPageDraft"]""", conflict.GetProperty("path").GetRawText());
        Assert.Equal("""{"helpPage":[{"displayText":"Ny side","path":"ny","ingress":"En"}]}""", whileChanged);
        Assert.Equal(("", id, "content.not-found"), (afterwards, removed.GetString(), Code(gone)));
    }

    [Fact]
    public async Task Everything_that_a_type_shows_can_be_written_under_the_same_names()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(
            Item("HelpCentre", "c1"),
            Page("p2"),
            Item(
                "Topics",
                "tx",
                """{ "TaxonomyPart": { "TermContentType": "Topic", "Terms": [{ "ContentItemId": "t1","""
                    + """ "ContentType": "Topic", "DisplayText": "Vold" }] } }"""
            )
        );
        Assert.True(MediaPath.TryParse("bilder/a.png", out var picture));
        var library = Site.Services.GetRequiredService<IMediaLibrary>();
        await library.TryWriteAsync(tenant.Content.Tenant, picture, ReadOnlyMemory<byte>.Empty, TestContext.Current.CancellationToken);
        var content = new
        {
            title = "Alt",
            path = "hjelp/alt",
            alias = new { alias = "alt" },
            localization = new { culture = "nn", localizationSet = "s1" },
            htmlBody = new { html = "<p>Hei</p><script>x</script>" },
            steps = new
            {
                contentItems = new object[]
                {
                    new { content = new { step = new { text = "Ring" } } },
                    new { contentItemId = "s2", content = new { step = new { displayText = "To", text = "Kom" } } },
                },
            },
            ingress = "Kort",
            audience = new[] { "barn", "unge" },
            reviewDate = "2026-05-01",
            priority = 2.5,
            featured = true,
            form = new { url = "https://example.no", text = "Skjema" },
            topics = new { taxonomyContentItemId = "tx", termContentItemIds = new[] { "t1" } },
            related = new { contentItemIds = new[] { "p2" } },
            illustration = new { paths = new[] { "bilder/a.png" }, mediaTexts = new[] { "Et bilde" } },
            note = "Internt",
            containedPart = new
            {
                listContentItemId = "c1",
                listContentType = "HelpCentre",
                order = 3,
            },
        };

        var id = (
            await FieldAsync(
                tenant,
                "mutation ($content: HelpPageContentInput!) { publishHelpPage(content: $content) { contentItemId } }",
                new { content }
            )
        )
            .GetProperty("contentItemId")
            .GetString();
        var written = await tenant.DataAsync(
            """
            query ($id: ID!) { helpPage(where: { contentItemId: $id }) { displayText path alias { alias } localization {
              culture localizationSet } htmlBody { html } steps { contentItems { displayText ... on Step { text } } }
              ingress audience reviewDate priority featured form { url text target } topics { termContentItems { displayText } } related {
                contentItemIds } illustration { files { path mediaText } } note helpCentre { order listContentItemId } } }
            """,
            new { id },
            "Editor"
        );
        await FieldAsync(
            tenant,
            Save,
            new
            {
                id,
                content = new
                {
                    ingress = (string?)null,
                    form = (object?)null,
                    audience = Array.Empty<string>(),
                },
            }
        );
        var cleared = await tenant.DataAsync("{ helpPage(status: DRAFT) { ingress audience form { url } priority } }", roles: "Editor");

        Assert.Equal(
            """{"helpPage":[{"displayText":"Alt","path":"hjelp/alt","alias":{"alias":"alt"}"""
                + ""","localization":{"culture":"nn","localizationSet":"s1"},"htmlBody":{"html":"<p>Hei</p>"}"""
                + ""","steps":{"contentItems":[{"displayText":null,"text":"Ring"},{"displayText":"To","text":"Kom"}]}"""
                + ""","ingress":"Kort","audience":["barn","unge"],"reviewDate":"2026-05-01","priority":2.5,"featured":true,"form":"""
                + """{"url":"https://example.no","text":"Skjema","target":null},"topics":{"termContentItems":[{"displayText":"Vold"}]}"""
                + ""","related":{"contentItemIds":["p2"]},"illustration":{"files":[{"path":"bilder/a.png","mediaText":"Et bilde"}]}"""
                + ""","note":"Internt","helpCentre":{"order":3,"listContentItemId":"c1"}}]}""",
            written
        );
        Assert.Equal("""{"helpPage":[{"ingress":null,"audience":[],"form":null,"priority":2.5}]}""", cleared);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_a_code_and_with_its_place_in_the_input()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1", parts: """{ "AutoroutePart": { "Path": "tatt" } }"""), Item("Plan", "plan1"));

        var taken = await ErrorAsync(
            tenant,
            Save,
            new
            {
                content = new
                {
                    title = "Ny",
                    path = "tatt",
                    steps = new { contentItems = Array.Empty<object>() },
                },
            }
        );
        var missing = await ErrorAsync(
            tenant,
            Save,
            new { content = new { title = "Ny", related = new { contentItemIds = new[] { "gone" } } } }
        );
        var otherType = await ErrorAsync(tenant, "mutation { publishHelpPage(contentItemId: \"plan1\") { contentItemId } }");
        var nothing = await ErrorAsync(tenant, "mutation { publishHelpPage { contentItemId } }");
        var nul = await ErrorAsync(tenant, "mutation { saveHelpPageDraft(content: { ingress: \"a\\u0000b\" }) { contentItemId } }");

        var problem = taken.GetProperty("extensions").GetProperty("problems")[0];
        Assert.Equal(
            ("content.invalid", "AutoroutePart.Path", "content.path"),
            (Code(taken), problem.GetProperty("path").GetString(), problem.GetProperty("input").GetString())
        );
        Assert.Equal(
            "content.related.contentItemIds",
            missing.GetProperty("extensions").GetProperty("problems")[0].GetProperty("input").GetString()
        );
        Assert.Equal(("content.not-found", "content.invalid-shape", "content.invalid-shape"), (Code(otherType), Code(nothing), Code(nul)));
    }

    [Theory]
    [InlineData("visibility: { level: \"\" }", "content.visibility.level")]
    [InlineData("visibility: { level: \"Internal\" }", "content.visibility.level")]
    [InlineData("localization: { culture: \"da\" }", "content.localization.culture")]
    [InlineData("path: \"nb/x/\"", "content.path")]
    [InlineData("path: \"api/x\"", "content.path")]
    [InlineData("path: \"hjelp\"", "content.path")]
    [InlineData("topics: { taxonomyContentItemId: \"tx\", termContentItemIds: [\"gone\"] }", "content.topics.termContentItemIds")]
    [InlineData("illustration: { paths: [\"gone.png\"] }", "content.illustration.paths")]
    [InlineData(
        "containedPart: { listContentItemId: \"gone\", listContentType: \"HelpCentre\" }",
        "content.containedPart.listContentItemId"
    )]
    public async Task A_value_that_is_not_of_its_list_or_of_nothing_is_refused(string content, string input)
    {
        var tenant = await CreateTenantAsync();

        var refused = await ErrorAsync(
            tenant,
            $"mutation {{ publishHelpPage(content: {{ title: \"Ny\", {content} }}) {{ contentItemId }} }}"
        );

        var problem = Assert.Single(refused.GetProperty("extensions").GetProperty("problems").EnumerateArray());
        Assert.Equal(("content.invalid", input), (Code(refused), problem.GetProperty("input").GetString()));
        Assert.Equal("", await tenant.IdsAsync(""));
    }

    [Fact]
    public async Task Each_field_is_a_transaction_and_one_that_fails_leaves_nothing_behind()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1", parts: """{ "AutoroutePart": { "Path": "tatt" } }"""));

        var answer = await MutateAsync(
            tenant,
            """
            mutation { a: publishHelpPage(content: { title: "A", path: "a" }) { path related { contentItems { displayText } } }
              b: publishHelpPage(content: { title: "B", path: "tatt" }) { path }
              c: publishHelpPage(content: { title: "C", path: "c" }) { path } }
            """
        );

        Assert.Equal("""{"a":{"path":"a","related":null},"b":null,"c":{"path":"c"}}""", answer.Json.GetProperty("data").GetRawText());
        Assert.Equal("""["b"]""", answer.Json.GetProperty("errors")[0].GetProperty("path").GetRawText());
        Assert.Equal(
            """{"helpPageConnection":{"totalCount":3}}""",
            await tenant.DataAsync("{ helpPageConnection(status: LATEST) { totalCount } }", roles: "Editor")
        );
    }

    [Fact]
    public async Task A_field_gives_what_the_fields_before_it_have_made()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("p1"), Page("p2", """{ "Related": { "ContentItemIds": ["p1"] } }"""));

        var answer = await MutateAsync(
            tenant,
            """
            mutation { a: publishHelpPage(contentItemId: "p2", content: { ingress: "x" }) { related { contentItems { displayText } } }
              b: publishHelpPage(contentItemId: "p1", content: { displayText: "Nytt navn" }) { displayText }
              c: publishHelpPage(contentItemId: "p2", content: { ingress: "y" }) { related { contentItems { displayText } } } }
            """
        );

        Assert.Equal("HelpPage p1", Related("a"));
        Assert.Equal("Nytt navn", Related("c"));

        string? Related(string field) =>
            answer
                .Json.GetProperty("data")
                .GetProperty(field)
                .GetProperty("related")
                .GetProperty("contentItems")[0]
                .GetProperty("displayText")
                .GetString();
    }

    [Fact]
    public async Task Nothing_but_a_post_of_json_by_somebody_who_may_changes_anything()
    {
        var tenant = await CreateTenantAsync();
        const string Query = "mutation { publishHelpPage(content: { title: \"Ny\" }) { contentItemId } }";
        var json = JsonSerializer.Serialize(new { query = Query });
        var address = $"{tenant.Address}?query={Uri.EscapeDataString(Query)}";
        var editor = (ApiSite.WhoHeader, "Editor");

        var get = await Site.SendAsync("GET", address, headers: editor);
        var form = await Site.SendAsync("POST", address, "", editor, ("Content-Type", "application/x-www-form-urlencoded"));
        var text = await Site.SendAsync("POST", address, Query, editor, ("Content-Type", "text/plain"));
        var document = await Site.SendAsync("POST", tenant.Address, Query, editor, ("Content-Type", "application/graphql"));
        var visitor = await Site.SendAsync("POST", tenant.Address, json);
        var reader = await Site.SendAsync("POST", tenant.Address, json, (ApiSite.WhoHeader, "Reader"));
        var mutator = await Site.SendAsync("POST", tenant.Address, json, (ApiSite.WhoHeader, "Mutator"));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (get.Status, "POST"));
        Assert.All(
            [form, text, document],
            answer =>
                Assert.Equal(
                    (HttpStatusCode.UnsupportedMediaType, "mutation.media-type"),
                    (answer.Status, Code(answer.Json.GetProperty("errors")[0]))
                )
        );
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (visitor.Status, reader.Status));
        Assert.Equal((HttpStatusCode.OK, "content.not-allowed"), (mutator.Status, Code(mutator.Json.GetProperty("errors")[0])));
        Assert.Equal("", await tenant.IdsAsync("status: LATEST", roles: "Editor"));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_answered_again_and_not_done_again()
    {
        var tenant = await CreateTenantAsync();
        const string Query = "mutation { publishHelpPage(content: { title: \"Ny\" }) { contentItemId } }";

        var first = await MutateAsync(tenant, Query, key: "k1");
        var again = await MutateAsync(tenant, Query, key: "k1");
        var other = await MutateAsync(tenant, Query.Replace("Ny", "Annen", StringComparison.Ordinal), key: "k1");
        var asSomebodyElse = await MutateAsync(tenant, Query, key: "k1", roles: "Administrator");
        var failed = await MutateAsync(tenant, "mutation { publishHelpPage(contentItemId: \"gone\") { contentItemId } }", key: "k2");
        var failedAgain = await MutateAsync(tenant, "mutation { publishHelpPage(contentItemId: \"gone\") { contentItemId } }", key: "k2");

        Assert.Equal((HttpStatusCode.OK, null, first.Text), (first.Status, first.Header("Idempotent-Replayed"), again.Text));
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "idempotency.other-request"),
            (other.Status, Code(other.Json.GetProperty("errors")[0]))
        );
        Assert.Equal((failed.Text, "true"), (failedAgain.Text, failedAgain.Header("Idempotent-Replayed")));
        Assert.Equal(first.Text, asSomebodyElse.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await MutateAsync(tenant, Query, key: new string('k', 201))).Status);
        Assert.Single((await tenant.IdsAsync("status: LATEST", roles: "Editor")).Split(' '));
    }

    [Fact]
    public async Task Keys_of_two_principals_never_meet()
    {
        var tenant = await CreateTenantAsync();
        var (_, one) = await tenant.CreateKeyAsync(new() { Name = "En", RoleNames = ["Editor"] });
        var (_, two) = await tenant.CreateKeyAsync(new() { Name = "To", RoleNames = ["Editor"] });
        var body = JsonSerializer.Serialize(
            new { query = "mutation { publishHelpPage(content: { title: \"Ny\" }) { contentItemId author } }" }
        );

        var first = await Site.SendAsync("POST", tenant.Address, body, ApiCall.Bearer(one), ("Idempotency-Key", "k"));
        var second = await Site.SendAsync("POST", tenant.Address, body, ApiCall.Bearer(two), ("Idempotency-Key", "k"));

        Assert.Contains("\"author\":\"En\"", first.Text, StringComparison.Ordinal);
        Assert.Contains("\"author\":\"To\"", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_same_request_from_many_sides_at_once_one_is_done()
    {
        var tenant = await CreateTenantAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => MutateAsync(tenant, "mutation { publishHelpPage(content: { title: \"Ny\" }) { contentItemId } }", key: "k"))
        );

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, answer.Text));
        Assert.Single(answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Text).Distinct());
        Assert.Single((await tenant.IdsAsync("status: LATEST", roles: "Editor")).Split(' '));
    }

    [Fact]
    public async Task A_request_holds_no_more_writes_than_its_cost_allows()
    {
        var tenant = await CreateTenantAsync();
        var query =
            $"mutation {{ {string.Concat(Enumerable.Range(0, 51).Select(each => $"a{each}: removeHelpPage(contentItemId: \"x\") "))} }}";

        Assert.Contains("costs", (await MutateAsync(tenant, query)).Text, StringComparison.Ordinal);
    }

    private async Task<ApiTenant> CreateTenantAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.SetAsync(
            Roles.DocumentName,
            Roles
                .Default.With(new(Roles.Anonymous, "", ["ViewContent", "ExecuteGraphQL"]))
                .With(new("Reader", "", ["ExecuteGraphQL"]))
                .With(new("Mutator", "", ["ExecuteGraphQLMutations"]))
                .With(new("Editor", "", ["EditContent", "PublishContent", "DeleteContent", "ExecuteGraphQLMutations"]))
                .ToJson()
        );
        return tenant;
    }

    private Task<ApiAnswer> MutateAsync(
        ApiTenant tenant,
        string query,
        object? variables = null,
        string? key = null,
        string roles = "Editor"
    ) =>
        Site.SendAsync(
            "POST",
            tenant.Address,
            JsonSerializer.Serialize(new { query, variables }, JsonSerializerOptions.Default),
            key is null ? [(ApiSite.WhoHeader, roles)] : [(ApiSite.WhoHeader, roles), ("Idempotency-Key", key)]
        );

    /// <summary>The value of the one field; the answer must have no errors.</summary>
    private async Task<JsonElement> FieldAsync(ApiTenant tenant, string query, object? variables = null)
    {
        var answer = await MutateAsync(tenant, query, variables);
        Assert.False(answer.Json.TryGetProperty("errors", out _), answer.Text);
        return answer.Json.GetProperty("data").EnumerateObject().Single().Value;
    }

    /// <summary>The one error.</summary>
    private async Task<JsonElement> ErrorAsync(ApiTenant tenant, string query, object? variables = null)
    {
        var answer = await MutateAsync(tenant, query, variables);
        Assert.True(answer.Json.TryGetProperty("errors", out var errors), answer.Text);
        return errors[0];
    }

    private static string? Code(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString();
}

public sealed class MutationsOnSqliteTests(ApiOnSqlite site) : MutationTests(site), IClassFixture<ApiOnSqlite>;

public sealed class MutationsOnPostgreSqlTests(ApiOnPostgreSql site) : MutationTests(site), IClassFixture<ApiOnPostgreSql>;
