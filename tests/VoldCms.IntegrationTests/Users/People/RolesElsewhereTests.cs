using System.Net;
using System.Text.Json;
using VoldCms.ContentManagement.Permissions;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using VoldCms.IntegrationTests.Users.Door;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.Users.People;

/// <summary>Whoever works in one tenant is in another who anybody is, at every door: her roles there count for nothing.</summary>
public abstract class RolesElsewhereTests(ApiSite site) : ApiTest(site)
{
    private static readonly string[] s_keeps = ["ViewSecretContent"];

    private static readonly string[] s_roles = ["Administrator", "Editor", "Author", "Contributor", "Moderator", "Keeper", "Reader"];

    [Fact]
    public async Task A_role_counts_in_its_tenant_alone()
    {
        var elsewhere = await CreateAsync();
        var stranger = await AnswersAsync(elsewhere, session: null);
        var before = await Dump.ReadAsync(Site.Services, elsewhere.Content.Tenant);

        foreach (var role in s_roles)
        {
            var here = await CreateAsync();
            using var visitor = await Site.EnterAsync(here, $"{Guid.NewGuid():N}@example.no", role);

            Assert.Equal((role, string.Join('\n', stranger)), (role, string.Join('\n', await AnswersAsync(elsewhere, visitor.Session))));
            var page = $"/admin/sites/{elsewhere.Content.Tenant.Name}";
            Assert.Equal((role, HttpStatusCode.NotFound), (role, (await visitor.GetAsync(page)).Status));
            Assert.Equal((role, HttpStatusCode.NotFound), (role, (await visitor.GetAsync($"{page}/people")).Status));
            Assert.Equal(before, await Dump.ReadAsync(Site.Services, elsewhere.Content.Tenant));

            // Where she works, the same session does what her role may.
            var mine = await AnswersAsync(here, visitor.Session);
            Assert.Equal((role, role is "Administrator" or "Editor"), (role, mine[0].StartsWith("OK", StringComparison.Ordinal)));
        }
    }

    private async Task<ApiTenant> CreateAsync()
    {
        var tenant = await Site.CreateTenantAsync();
        string[] asks = ["AccessContentApi", "ExecuteGraphQL", "ExecuteGraphQLMutations"];
        var roles = s_roles
            .Where(name => name != Roles.Administrator)
            .Select(name => new Role(name, "", [.. DefaultGrants.For(name), .. asks, .. name == "Keeper" ? s_keeps : []]))
            .Aggregate(Roles.Default, (all, role) => all.With(role));
        await tenant.Content.SetAsync(Roles.DocumentName, roles.With(new(Roles.Anonymous, "", ["ViewContent", .. asks])).ToJson());
        await tenant.Content.PublishAsync(Page("open"), Page("internal", level: "internal"), Page("secret", level: "secret"));
        return tenant;
    }

    // Each door's answer in one line, without what differs by time.
    private async Task<IReadOnlyList<string>> AnswersAsync(ApiTenant tenant, string? session)
    {
        (string, string)[] headers = session is null
            ? [("X-Requested-With", "fetch")]
            : [("X-Requested-With", "fetch"), ("Cookie", $"voldcms={session}")];
        var answers = new List<string>();
        foreach (var id in new[] { "open", "internal", "secret" })
        {
            var body = $$"""{ "ContentItemId": "{{id}}", "ContentType": "HelpPage", "DisplayText": "Ny" }""";
            await AddAsync("POST", tenant.At("/api/content?draft=true"), body);
            await AddAsync("GET", tenant.At($"/api/content/{id}"), null);
            await AskAsync($"mutation {{ saveHelpPageDraft(contentItemId: \"{id}\", content: {{ ingress: \"x\" }}) {{ contentItemId }} }}");
            await AskAsync($"mutation {{ unpublishHelpPage(contentItemId: \"{id}\") {{ contentItemId }} }}");
            await AskAsync($"{{ contentItem(contentItemId: \"{id}\") {{ displayText owner author }} }}");
        }

        await AskAsync("{ me { userName } helpPage(status: LATEST) { contentItemId } }");
        await AddAsync("DELETE", tenant.At("/api/content/open"), null);
        return answers;

        Task AskAsync(string query) => AddAsync("POST", tenant.Address, JsonSerializer.Serialize(new { query }));

        async Task AddAsync(string method, string address, string? body)
        {
            var answer = await Site.SendAsync(method, address, body, headers);
            answers.Add($"{answer.Status} {answer.Text}");
        }
    }
}

public sealed class SqliteRolesElsewhereTests(ApiOnSqlite site) : RolesElsewhereTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PostgreSqlRolesElsewhereTests(ApiOnPostgreSql site) : RolesElsewhereTests(site), IClassFixture<ApiOnPostgreSql>;
