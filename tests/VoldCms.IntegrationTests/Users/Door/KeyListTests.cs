using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.ContentApi;
using VoldCms.Users.ApiKeys;

namespace VoldCms.IntegrationTests.Users.Door;

/// <summary>Keys of programs, made and ended on their page by who may.</summary>
public abstract class KeyListTests(ApiSite site) : ApiTest(site)
{
    [Fact]
    public async Task A_key_is_shown_once_opens_the_api_and_is_ended()
    {
        var tenant = await Site.CreateTenantAsync();
        using var administrator = await Site.EnterAsync(tenant, Email(), "Administrator");
        var page = PageOf(tenant);

        var made = await administrator.PressAsync(page, "Create", Key("Skolens app", "ExecuteGraphQL AccessContentApi"));
        var token = Assert.Single(made.Texts(".door-key"));
        var later = await administrator.GetAsync(page);

        Assert.Empty(later.Texts(".door-key"));
        Assert.DoesNotContain(token, later.Html, StringComparison.Ordinal);
        Assert.Contains("Skolens app", later.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        var id = later.Attribute("button[name=key]", "value");
        Assert.Equal(page, (await administrator.PressAsync(page, "Revoke", ("key", id))).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync());
        Assert.Contains("Gjelder ikke lenger", (await administrator.GetAsync(page)).Words, StringComparison.Ordinal);

        async Task<HttpStatusCode> AskAsync() =>
            (await Site.SendAsync("GET", tenant.At("/api/content?type=HelpPage"), headers: [ApiCall.Bearer(token)])).Status;
    }

    [Theory]
    [InlineData("", "ExecuteGraphQL", "navn")]
    [InlineData("Appen", "", "rolle eller en rettighet")]
    [InlineData("Appen", "NoSuchPermission", "rolle eller en rettighet")]
    public async Task What_is_no_key_is_told_in_a_line(string name, string permissions, string told)
    {
        var tenant = await Site.CreateTenantAsync();
        using var administrator = await Site.EnterAsync(tenant, Email(), "Administrator");

        var answer = await administrator.PressAsync(PageOf(tenant), "Create", Key(name, permissions));

        Assert.Contains(told, Assert.Single(answer.Texts("#problem")), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(tenant));
    }

    /// <summary>Who may not is not even told of the page; who may has to have shown a factor just now.</summary>
    [Fact]
    public async Task Nobody_else_makes_or_ends_a_key()
    {
        var (tenant, elsewhere) = (await Site.CreateTenantAsync(), await Site.CreateTenantAsync());
        using var administrator = await Site.EnterAsync(tenant, Email(), "Administrator");
        using var editor = await Site.EnterAsync(tenant, Email(), "Editor");
        using var stranger = await Site.EnterAsync(elsewhere, Email(), "Administrator");
        var page = PageOf(tenant);
        foreach (var visitor in new[] { editor, stranger })
        {
            (string, string)[] sent =
            [
                ("__RequestVerificationToken", (await visitor.GetAsync("/admin")).Token),
                .. Key("x", "ExecuteGraphQL"),
            ];
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, "Create", sent)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, "Revoke", sent)).Status);
        }

        Site.Clock.Now = DateTimeOffset.UtcNow.AddMinutes(11);
        try
        {
            var late = await administrator.PressAsync(page, "Create", Key("Sent", "ExecuteGraphQL"));
            Assert.StartsWith("/admin/confirm", late.Location, StringComparison.Ordinal);
        }
        finally
        {
            Site.Clock.Now = null;
        }

        Assert.Equal(0, await CountAsync(tenant));
    }

    private static string Email() => $"{Guid.NewGuid():N}@example.no";

    private static string PageOf(ApiTenant tenant) => $"/admin/sites/{tenant.Content.Tenant.Name}/keys";

    private static (string, string)[] Key(string name, string permissions) =>
        [("name", name), ("permissions", permissions), ("days", "90")];

    private static async Task<int> CountAsync(ApiTenant tenant)
    {
        await using var scope = tenant.Content.Scope(Principal.System);
        await using var context = scope.ServiceProvider.GetRequiredService<ITenantDbContexts>().Create();
        return await context.Set<ApiKeyRow>().CountAsync(Stop);
    }
}

public sealed class SqliteKeyListTests(ApiOnSqlite site) : KeyListTests(site), IClassFixture<ApiOnSqlite>;

public sealed class PostgreSqlKeyListTests(ApiOnPostgreSql site) : KeyListTests(site), IClassFixture<ApiOnPostgreSql>;
