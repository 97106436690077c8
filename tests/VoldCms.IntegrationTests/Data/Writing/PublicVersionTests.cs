using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentApi.Mutations;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Writing;

/// <summary>The public version moves on with what an anonymous reader can see, and with nothing else.</summary>
public abstract class PublicVersionTests(StoreFixture store) : StoreTest(store)
{
    /// <summary>
    /// Each change begins with a public article <c>a</c>, an internal one <c>i</c>, and a public guide <c>g</c> in English.
    /// </summary>
    private static readonly (string Change, bool IsPublic, Func<TestTenant, Task> Make)[] s_changes =
    [
        ("a new draft", false, tenant => tenant.SaveDraftAsync(Sample.Article("new", "New"))),
        ("a draft beside what is public", false, tenant => tenant.SaveDraftAsync(Sample.Article("a", "Other words"))),
        ("a draft beside what is internal", false, tenant => tenant.SaveDraftAsync(Sample.Article("i", "Other words"))),
        ("a draft of what is internal made public", false, tenant => tenant.SaveDraftAsync(Sample.Article("i", "Open", level: "public"))),
        ("an internal item published anew", false, tenant => tenant.PublishAsync(Sample.Article("i", "Other words", level: "internal"))),
        ("a secret item published", false, tenant => tenant.PublishAsync(Sample.Article("s", "Secret", level: "secret"))),
        ("an internal item removed", false, tenant => RemoveAsync(tenant, "i")),
        ("history that was never public", false, tenant => ArchiveAsync(tenant, publicFrom: null)),
        (
            "a row of staff's",
            false,
            tenant =>
                AddRowAsync(
                    tenant,
                    new AnsweredRequestRow
                    {
                        Principal = "p",
                        KeyHash = "k",
                        RequestHash = "r",
                    }
                )
        ),
        ("an item published", true, tenant => tenant.PublishAsync(Sample.Article("new", "New"))),
        ("an item published anew", true, tenant => tenant.PublishAsync(Sample.Article("a", "Other words"))),
        ("an item hidden", true, tenant => tenant.PublishAsync(Sample.Article("a", "A", level: "internal"))),
        ("an item shown", true, tenant => tenant.PublishAsync(Sample.Article("i", "I", level: "public"))),
        ("an item withdrawn", true, tenant => WithdrawAsync(tenant, "a")),
        ("an item removed", true, tenant => RemoveAsync(tenant, "a")),
        ("an internal item that answers for a language", true, tenant => tenant.PublishAsync(HiddenGuide())),
        ("history that was public", true, tenant => ArchiveAsync(tenant, DateTimeOffset.UnixEpoch)),
        ("a setting", true, tenant => tenant.SetAsync("Own", [])),
        ("definitions", true, tenant => tenant.DefineAsync(Sample.Definitions)),
        ("roles", true, tenant => tenant.SetAsync(Roles.DocumentName, Roles.Default.ToJson())),
        ("a row that might be public", true, tenant => AddRowAsync(tenant, new TenantDocumentRow { Name = "Own", Json = "{}" })),
        (
            "the state of the tenant",
            true,
            tenant => tenant.Services.GetRequiredService<ITenantStore>().SetStateAsync(tenant.Tenant.Id, TenantState.Disabled, Stop)
        ),
    ];

    public static TheoryData<string> Changes => [.. s_changes.Select(entry => entry.Change)];

    [Theory, MemberData(nameof(Changes))]
    public async Task The_public_version_moves_on_with_what_anybody_can_see(string change)
    {
        var (_, isPublic, make) = s_changes.Single(entry => entry.Change == change);
        var tenant = await SeededAsync();
        var before = await VersionsAsync(tenant);

        await make(tenant);

        var after = await VersionsAsync(tenant);
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Equal(before.PublicVersion + (isPublic ? 1 : 0), after.PublicVersion);
    }

    [Fact]
    public async Task Where_anybody_may_see_drafts_a_draft_is_public()
    {
        var tenant = await SeededAsync("ViewContent", "PreviewContent");
        var before = await VersionsAsync(tenant);

        await tenant.SaveDraftAsync(Sample.Article("a", "Other words"));

        Assert.Equal(before.PublicVersion + 1, (await VersionsAsync(tenant)).PublicVersion);
    }

    [Fact]
    public async Task What_nobody_may_read_is_not_public()
    {
        var tenant = await SeededAsync("ViewOwnContent");
        var before = await VersionsAsync(tenant);

        await tenant.PublishAsync(Sample.Article("new", "New"));

        Assert.Equal(before.PublicVersion, (await VersionsAsync(tenant)).PublicVersion);
    }

    [Fact]
    public async Task Only_who_may_read_drafts_is_told_that_there_is_one()
    {
        var tenant = await SeededAsync();
        await tenant.PublishAsync(Sample.Article("b", "B"));
        await tenant.SaveDraftAsync(Sample.Article("a", "Other words"));
        var articles = ContentQuery.For("Article").Where(ContentFilter.In("ContentItemId", ContentValue.Of("a"), ContentValue.Of("b")));

        var seen = await tenant.ListAsync(articles, Principal.Anonymous);
        var known = await tenant.ListAsync(articles);

        Assert.Equal([true, true], seen.Items.Select(item => item.Latest));
        Assert.Equal(1, known.Items.Count(item => !item.Latest));
        foreach (var descending in new[] { false, true })
        {
            var byLatest = articles.OrderBy(ContentPaths.Latest, descending).OrderBy("ContentItemId");
            Assert.Equal(["a", "b"], await tenant.IdsAsync(byLatest, Principal.Anonymous));
        }
    }

    private static ContentItem HiddenGuide()
    {
        var guide = Sample.Guide("n", "Norsk", "nb", "set");
        guide.Content["VisibilityPart"] = new System.Text.Json.Nodes.JsonObject { ["Level"] = Sample.Text("internal") };
        return guide;
    }

    private static Task RemoveAsync(TestTenant tenant, string id) =>
        tenant.WriteAsync(async work =>
        {
            var before = await work.Content.LoadAsync(new(id), Stop);
            return await work.Content.SaveAsync(before, before with { Latest = null, Published = null }, Stop);
        });

    private static Task WithdrawAsync(TestTenant tenant, string id) =>
        tenant.WriteAsync(async work =>
        {
            var before = await work.Content.LoadAsync(new(id), Stop);
            return await work.Content.SaveAsync(before, before with { Published = null }, Stop);
        });

    private static Task ArchiveAsync(TestTenant tenant, DateTimeOffset? publicFrom) =>
        tenant.WriteAsync(async work =>
        {
            var before = await work.Content.LoadAsync(new("a"), Stop);
            var version = new StoredVersion
            {
                Item = Sample.Article("a", "Once"),
                WrittenBy = PrincipalKind.System,
                PublicFromUtc = publicFrom,
                PublicToUtc = publicFrom,
            };
            await work.Content.SaveArchivedAsync(before.ItemKey, version, Stop);
            return 0;
        });

    private static Task AddRowAsync(TestTenant tenant, object row) =>
        tenant.WriteAsync(async work =>
        {
            await using var scope = tenant.Scope();
            await using var context = scope.ServiceProvider.GetRequiredService<ITenantDbContexts>().Create(work);
            context.Add(row);
            return await context.SaveChangesAsync(Stop);
        });

    private Task<TenantVersions> VersionsAsync(TestTenant tenant) =>
        Store.Services.GetRequiredService<ITenantStore>().ReadVersionsAsync(tenant.Tenant.Id, Stop).AsTask();

    private async Task<TestTenant> SeededAsync(params string[] granted)
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.SupportAsync("nb", "nb", "en");
        await tenant.SetAsync(
            Roles.DocumentName,
            Roles.Default.With(new(Roles.Anonymous, "", [.. granted.DefaultIfEmpty("ViewContent")])).ToJson()
        );
        await tenant.PublishAsync(
            Sample.Article("a", "A"),
            Sample.Article("i", "I", level: "internal"),
            Sample.Guide("g", "English", "en", "set")
        );
        return tenant;
    }
}

public sealed class PublicVersionTestsOnSqlite(SqliteStore store) : PublicVersionTests(store), IClassFixture<SqliteStore>;

public sealed class PublicVersionTestsOnPostgreSql(PostgreSqlStore store) : PublicVersionTests(store), IClassFixture<PostgreSqlStore>;
