using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.Users.ApiKeys;
using static VoldCms.IntegrationTests.ContentApi.ApiCall;
using static VoldCms.IntegrationTests.ContentApi.ApiSample;

namespace VoldCms.IntegrationTests.Users.ApiKeys;

public abstract class ApiKeyTests(ApiSite site) : ApiTest(site)
{
    private const string Me = """{"query":"{ me { userName } helpPage { contentItemId note } }"}""";

    [Fact]
    public async Task A_key_may_what_its_permissions_say_and_its_answers_are_private()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("open", """{ "Note": { "Text": "Internt" } }"""), Page("internal", level: "internal"));
        var (_, reader) = await tenant.CreateKeyAsync(new() { Name = "Skolens app", Permissions = ["ExecuteGraphQL"] });
        var (_, insider) = await tenant.CreateKeyAsync(new() { Name = "Vakten", Permissions = ["ExecuteGraphQL", "ViewInternalContent"] });

        var seen = await Site.SendAsync("POST", tenant.Address, Me, Bearer(reader));
        var seenInside = await Site.SendAsync("POST", tenant.Address, Me, Bearer(insider));
        var got = await Site.SendAsync("GET", $"{tenant.Address}?query={{me{{userName}}}}", headers: Bearer(reader));
        var item = await Site.SendAsync("GET", tenant.At("/api/content/open"), headers: Bearer(reader));

        Assert.Equal("""{"data":{"me":{"userName":"Skolens app"},"helpPage":[{"contentItemId":"open","note":null}]}}""", seen.Text);
        Assert.Contains("internal", seenInside.Text, StringComparison.Ordinal);
        Assert.Contains("\"note\":\"Internt\"", seenInside.Text, StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.OK, "no-cache, private", null),
            (got.Status, got.Header("Cache-Control"), got.Header("Access-Control-Allow-Origin"))
        );
        Assert.Contains("Authorization", got.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, item.Status);
    }

    [Fact]
    public async Task A_key_with_a_role_writes_and_owns_what_it_writes()
    {
        var tenant = await Site.CreateTenantAsync();
        var (key, token) = await tenant.CreateKeyAsync(new() { Name = "Import", RoleNames = ["Editor"] });

        var created = await Site.SendAsync(
            "POST",
            tenant.At("/api/content"),
            """{ "ContentType": "HelpPage", "DisplayText": "Ny" }""",
            Bearer(token)
        );

        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Equal(
            (key.KeyId, "Import"),
            (created.Json.GetProperty("Owner").GetString(), created.Json.GetProperty("Author").GetString())
        );
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_key_the_answer_is_the_same_and_holds_no_content()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("open"));
        var (_, good) = await tenant.CreateKeyAsync(new() { Name = "Gyldig", RoleNames = ["Administrator"] });
        var (brief, expired) = await tenant.CreateKeyAsync(
            new()
            {
                Name = "Kort",
                RoleNames = ["Editor"],
                ExpiresUtc = DateTimeOffset.UtcNow.AddSeconds(2),
            }
        );
        var (revokedKey, revoked) = await tenant.CreateKeyAsync(new() { Name = "Trukket", RoleNames = ["Editor"] });
        var (_, elsewhere) = await (await Site.CreateTenantAsync()).CreateKeyAsync(
            new() { Name = "Annet sted", RoleNames = ["Administrator"] }
        );
        Assert.Equal(HttpStatusCode.OK, (await Site.SendAsync("POST", tenant.Address, Me, Bearer(revoked))).Status);
        await RevokeAsync(tenant, revokedKey.KeyId);
        while (brief.IsValidAt(DateTimeOffset.UtcNow))
        {
            await Task.Delay(50, Stop);
        }

        var last = good[^2] == 'A' ? 'B' : 'A';

        string[] wrong =
        [
            expired,
            revoked,
            elsewhere,
            $"{good[..^2]}{last}{good[^1]}",
            good[..^1],
            good + "A",
            good.ToUpperInvariant(),
            "voldcms_",
            "x",
            "",
            good.Replace("voldcms_", "voldcms-", StringComparison.Ordinal),
            $"voldcms_{new string('0', 26)}_{good[^43..]}",
        ];
        var answers = new List<ApiAnswer>();
        foreach (var address in new[] { tenant.Address, tenant.At("/api/content/open"), tenant.At("/api/graphql/schema.graphql") })
        {
            foreach (var token in wrong)
            {
                answers.Add(
                    await Site.SendAsync(
                        address == tenant.Address ? "POST" : "GET",
                        address,
                        address == tenant.Address ? Me : null,
                        Bearer(token)
                    )
                );
            }
        }

        Assert.All(
            answers,
            answer =>
                Assert.Equal(
                    (HttpStatusCode.Unauthorized, "application/problem+json", answers[0].Text),
                    (answer.Status, answer.ContentType, answer.Text)
                )
        );
        Assert.Equal("urn:voldcms:authentication.refused", answers[0].Json.GetProperty("type").GetString());
        Assert.Equal("Bearer error=\"invalid_token\"", answers[0].Header("WWW-Authenticate"));
        Assert.Equal("no-store", answers[0].Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.OK, (await Site.SendAsync("POST", tenant.Address, Me, Bearer(good))).Status);
    }

    [Fact]
    public async Task When_a_key_was_used_is_written_once_and_no_cache_is_lost_over_it()
    {
        var tenant = await Site.CreateTenantAsync();
        var (key, token) = await tenant.CreateKeyAsync(new() { Name = "App", Permissions = ["ExecuteGraphQL"] });
        var before = await VersionAsync(tenant);

        await Site.SendAsync("POST", tenant.Address, Me, Bearer(token));
        var used = await WaitForUseAsync(tenant, key.KeyId);
        await Site.SendAsync("POST", tenant.Address, Me, Bearer(token));
        await Task.Delay(100, Stop);

        Assert.InRange(used, key.CreatedUtc, DateTimeOffset.UtcNow);
        Assert.Equal(used, await WaitForUseAsync(tenant, key.KeyId));
        Assert.Equal(before, await VersionAsync(tenant));
    }

    [Fact]
    public async Task A_backup_holds_no_secret()
    {
        var tenant = await Site.CreateTenantAsync();
        var (key, token) = await tenant.CreateKeyAsync(new() { Name = "App", Permissions = ["ExecuteGraphQL"] });
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await Site.Services.GetRequiredService<IDatabaseBackup>().WriteAsync(zip, Stop);
        }

        using var written = new ZipArchive(archive, ZipArchiveMode.Read);
        var everything = string.Concat(
            written.Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            })
        );

        Assert.Contains(key.KeyId, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^43..], everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "EditContent", null, "Name")]
    [InlineData("App", null, "Nobody", "RoleNames")]
    [InlineData("App", "EditEverything", null, "Permissions")]
    [InlineData("App", "Edit_Plan", null, "Permissions")]
    [InlineData("App", null, null, "Permissions")]
    [InlineData("App", "EditOwn_HelpPage", null, null)]
    [InlineData("App", "ManageSettings", "Editor", null)]
    public async Task A_key_is_made_of_what_there_is(string name, string? permission, string? role, string? problem)
    {
        var tenant = await Site.CreateTenantAsync();
        var given = new NewApiKey
        {
            Name = name,
            Permissions = permission is null ? [] : [permission],
            RoleNames = role is null ? [] : [role],
        };

        var result = await CreateAsync(tenant, given, Principal.System);

        Assert.Equal(problem, (result.Error as Invalid)?.Problems.Single().Path);
        Assert.IsType<Forbidden>((await CreateAsync(tenant, given, Principal.User("u", "u", "Editor"))).Error);
    }

    [Fact]
    public async Task A_cookie_changes_nothing()
    {
        var tenant = await Site.CreateTenantAsync();
        await tenant.Content.PublishAsync(Page("open"), Page("internal", level: "internal"));
        var (_, token) = await tenant.CreateKeyAsync(new() { Name = "App", RoleNames = ["Administrator"] });

        var plain = await Site.SendAsync("POST", tenant.Address, Me);
        var cookies = new[]
        {
            $".AspNetCore.Identity.Application={token}",
            $"Authorization=Bearer {token}",
            ".AspNetCore.Cookies=CfDJ8",
            "orchantiforgery=x",
        };
        foreach (var cookie in cookies)
        {
            var answer = await Site.SendAsync("POST", tenant.Address, Me, ("Cookie", cookie), ("X-Requested-With", "fetch"));
            var write = await Site.SendAsync("POST", tenant.At("/api/content"), """{ "ContentType": "HelpPage" }""", ("Cookie", cookie));

            Assert.Equal((plain.Text, HttpStatusCode.Unauthorized), (answer.Text, write.Status));
            Assert.Null(answer.Header("Set-Cookie"));
        }
    }

    private static async Task<Result<(ApiKey, ApiKeyToken)>> CreateAsync(ApiTenant tenant, NewApiKey given, Principal principal)
    {
        await using var scope = tenant.Content.Scope(principal);
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        return await scope.ServiceProvider.GetRequiredService<ApiKeyStore>().CreateAsync(work, given, Stop);
    }

    private static async Task RevokeAsync(ApiTenant tenant, string keyId)
    {
        await using var scope = tenant.Content.Scope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var revoked = await scope.ServiceProvider.GetRequiredService<ApiKeyStore>().RevokeAsync(work, keyId, Stop);
        Assert.NotNull(revoked.Value.RevokedUtc);
        await work.CommitAsync(Stop);
    }

    private async Task<TenantVersions> VersionAsync(ApiTenant tenant) =>
        await Site.Services.GetRequiredService<ITenantStore>().ReadVersionsAsync(tenant.Content.Tenant.Id, Stop);

    private static async Task<DateTimeOffset> WaitForUseAsync(ApiTenant tenant, string keyId)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            await using var scope = tenant.Content.Scope();
            var keys = await scope.ServiceProvider.GetRequiredService<ApiKeyStore>().ListAsync(Stop);
            if (keys.Single(key => key.KeyId == keyId).LastUsedUtc is { } used)
            {
                return used;
            }

            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "The use of the key is not written down.");
            await Task.Delay(20, Stop);
        }
    }
}

public sealed class ApiKeysOnSqliteTests(ApiOnSqlite site) : ApiKeyTests(site), IClassFixture<ApiOnSqlite>;

public sealed class ApiKeysOnPostgreSqlTests(ApiOnPostgreSql site) : ApiKeyTests(site), IClassFixture<ApiOnPostgreSql>;
