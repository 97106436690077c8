using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.Data.Databases;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.ContentApi.Mutations;

/// <summary>Removing items: who is told what, and what it costs.</summary>
public abstract class RemovalTests(ApiSite site) : ApiTest(site)
{
    // PostgreSQL keeps other writers of the tenant away by a statement.
    private const int MoreOnPostgreSql = 2;

    private static readonly string[] s_cultures = ["nb", "nn", "en"];
    private static readonly ContentValue[] s_sets = [ContentValue.Of("a"), ContentValue.Of("b")];

    /// <summary>Who removes what by REST; the status, and of the item the words that she is shown.</summary>
    public static TheoryData<string, string, int, string> Removals =>
        new()
        {
            { "Deleter", "public", 200, "Public" },
            { "Deleter", "drafted", 200, "Public" },
            { "Deleter", "draft", 404, "" },
            { "Deleter", "secret", 404, "" },
            { "Deleter", "secret-draft", 404, "" },
            { "Deleter", "nobody", 404, "" },
            { "Viewer", "public", 403, "" },
            { "Viewer", "drafted", 403, "" },
            { "Viewer", "draft", 404, "" },
            { "Viewer", "secret", 404, "" },
            { "Previewer", "drafted", 200, "Draft" },
            { "Previewer", "draft", 200, "Draft" },
            { "Previewer", "secret-draft", 404, "" },
            { "Blind", "public", 404, "" },
            { "Blind", "draft", 404, "" },
            { "Editor", "drafted", 200, "Draft" },
            { "Editor", "secret", 404, "" },
            { "Keeper", "secret-draft", 200, "Draft" },
        };

    [Theory, MemberData(nameof(Removals))]
    public async Task Who_removes_is_shown_what_she_could_read_and_what_she_could_not_is_not_there(
        string who,
        string id,
        int status,
        string words
    )
    {
        var tenant = await CreateTenantAsync();

        var answer = await Site.SendAsync("DELETE", tenant.At($"/api/content/{id}"), headers: (ApiSite.WhoHeader, who));
        var conflict = await Site.SendAsync(
            "DELETE",
            tenant.At($"/api/content/{id}"),
            headers: [(ApiSite.WhoHeader, who), ("If-Match", "\"other\"")]
        );

        Assert.True(status == (int)answer.Status, answer.Text);
        if (status == 200)
        {
            var item = JsonNode.Parse(answer.Text)!;
            Assert.Equal(
                (words, false, false),
                ((string?)item["HelpPage"]!["Ingress"]!["Text"], (bool)item["Latest"]!, (bool)item["Published"]!)
            );
            Assert.Equal(who is "Editor" or "Keeper", item["HelpPage"]!["Note"] is not null);
            Assert.Null((await tenant.Content.LoadAsync(new(id))).Latest);
            Assert.Equal(404, (int)conflict.Status);
        }
        else
        {
            Assert.Equal(answer.Text, conflict.Text);
        }
    }

    [Theory]
    [InlineData("REST", 10)]
    [InlineData("GraphQL", 10)]
    public async Task An_item_is_read_once_and_what_it_is_found_by_goes_at_once(string door, int expected)
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Listed("p1", 40), Listed("p2", 1));

        var statements = await CountStatementsAsync(() => RemoveAsync("p2"), () => RemoveAsync("p1"));

        Assert.Equal(Expected(expected), statements);

        async Task RemoveAsync(string id)
        {
            var answer =
                door == "REST"
                    ? await Site.SendAsync("DELETE", tenant.At($"/api/content/{id}"), headers: (ApiSite.WhoHeader, "Editor"))
                    : await MutateAsync(tenant, $"removeHelpPage(contentItemId: \"{id}\")");
            Assert.True(
                answer.Status == System.Net.HttpStatusCode.OK && !answer.Text.Contains("\"errors\"", StringComparison.Ordinal),
                answer.Text
            );
        }
    }

    [Fact]
    public async Task Values_that_an_item_loses_take_one_statement_however_many_they_are()
    {
        var tenant = await CreateTenantAsync();
        await tenant.Content.PublishAsync(Listed("p1", 40), Listed("p2", 2), Listed("p3", 2));

        var many = await CountStatementsAsync(() => LoseAsync("p3"), () => LoseAsync("p1"));
        var few = await CountStatementsAsync(() => Task.CompletedTask, () => LoseAsync("p2"));

        Assert.Equal(few, many);
        Assert.Equal("", await tenant.IdsAsync("where: { audience_contains: \"a\" }", roles: Roles.Administrator));

        async Task LoseAsync(string id)
        {
            var answer = await MutateAsync(
                tenant,
                $"publishHelpPage(contentItemId: \"{id}\", content: {{ audience: [] }}) {{ contentItemId }}"
            );
            Assert.DoesNotContain("\"errors\"", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_other_languages_of_a_removed_page_answer_for_it_by_one_statement()
    {
        var tenant = await CreateTenantAsync();
        string[] offered = ["nb", "nn", "en", "de", "fr", "pl", "so", "ar", "uk"];
        await tenant.Content.SupportAsync("nb", offered);
        await tenant.Content.PublishAsync([.. s_cultures.SelectMany(culture => new[] { In("a", culture), In("b", culture) })]);

        var statements = await CountStatementsAsync(() => RemoveAsync("b-en"), () => RemoveAsync("a-en"));

        Assert.Equal(Expected(15), statements);
        foreach (var culture in offered)
        {
            Assert.Equal((culture, culture == "nn" ? "a-nn b-nn" : "a-nb b-nb"), (culture, await AnswersAsync(culture)));
        }

        async Task<string> AnswersAsync(string culture)
        {
            var query = ContentQuery.For("HelpPage").OrderBy(ContentPaths.DisplayText) with { Culture = culture };
            var ids = await tenant.Content.IdsAsync(query.Where(ContentFilter.In(ContentPaths.LocalizationSet, s_sets)));
            return string.Join(' ', ids);
        }

        async Task RemoveAsync(string id)
        {
            var answer = await MutateAsync(tenant, $"removeHelpPage(contentItemId: \"{id}\")");
            Assert.DoesNotContain("\"errors\"", answer.Text, StringComparison.Ordinal);
        }
    }

    private int Expected(int statements) => statements + (Site.Provider == DatabaseProvider.PostgreSql ? MoreOnPostgreSql : 0);

    private Task<ApiAnswer> MutateAsync(ApiTenant tenant, string field) =>
        Site.SendAsync(
            "POST",
            tenant.Address,
            JsonSerializer.Serialize(new { query = $"mutation {{ {field} }}" }),
            (ApiSite.WhoHeader, "Editor")
        );

    private static ContentItem Listed(string id, int values) =>
        Page(
            id,
            $$"""{ "Audience": { "Values": [{{string.Join(", ", Enumerable.Range(0, values).Select(value => $"\"a{value}\""))}}] } }"""
        );

    private static ContentItem In(string set, string culture) =>
        Page(
            $"{set}-{culture}",
            parts: $$"""
            { "LocalizationPart": { "Culture": "{{culture}}", "LocalizationSet": "{{set}}" },
              "AutoroutePart": { "Path": "set/{{set}}/{{culture}}" } }
            """
        );

    private static ContentItem Worded(string id, string ingress, string? level = null) =>
        Page(id, $$"""{ "Ingress": { "Text": "{{ingress}}" }, "Note": { "Text": "Internt" } }""", level);

    private async Task<ApiTenant> CreateTenantAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        var roles = Roles.Default.With(new(Roles.Anonymous, "", ["AccessContentApi"])).With(new(Roles.Authenticated, "", []));
        foreach (
            var (name, permissions) in new[]
            {
                ("Viewer", "ViewContent"),
                ("Deleter", "ViewContent DeleteContent"),
                ("Previewer", "ViewContent PreviewContent DeleteContent"),
                ("Blind", "DeleteContent"),
                ("Editor", "EditContent PublishContent DeleteContent"),
                ("Keeper", "EditContent DeleteContent ViewSecretContent"),
            }
        )
        {
            roles = roles.With(new(name, "", [.. permissions.Split(' '), "AccessContentApi", "ExecuteGraphQLMutations"]));
        }

        await tenant.Content.SetAsync(Roles.DocumentName, roles.ToJson());
        await tenant.Content.PublishAsync(
            Worded("public", "Public"),
            Worded("drafted", "Public"),
            Worded("secret", "Public", "secret"),
            Worded("secret-draft", "Public", "secret")
        );
        foreach (var draft in new[] { Worded("drafted", "Draft"), Worded("draft", "Draft"), Worded("secret-draft", "Draft", "secret") })
        {
            await tenant.Content.SaveDraftAsync(draft with { ContentItemVersionId = ContentItemVersionId.New(), PublishedUtc = null });
        }

        return tenant;
    }
}

public sealed class RemovalOnSqliteTests(ApiOnSqlite site) : RemovalTests(site), IClassFixture<ApiOnSqlite>;

public sealed class RemovalOnPostgreSqlTests(ApiOnPostgreSql site) : RemovalTests(site), IClassFixture<ApiOnPostgreSql>;
