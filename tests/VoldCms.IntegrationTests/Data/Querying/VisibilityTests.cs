using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Querying;

/// <summary>What a principal may not see is in no page, no count and no filter's answer.</summary>
public abstract class VisibilityTests(StoreFixture store) : StoreTest(store)
{
    private static readonly Principal s_staff = Principal.User("u1", "Kari", "Staff");
    private static readonly Principal s_trusted = Principal.User("u2", "Ola", "Trusted");
    private static readonly Principal s_author = Principal.User("u3", "Siri", "Author");

    [Fact]
    public async Task Levels_hold_in_pages_counts_and_filters()
    {
        var tenant = await SeededAsync();

        foreach (
            var (principal, expected) in new[]
            {
                (Principal.Anonymous, "a"),
                (s_staff, "a b"),
                (s_trusted, "a b c d"),
                (Principal.System, "a b c d"),
            }
        )
        {
            await HoldsAsync(tenant, principal, expected, ContentQuery.For("Article"));
            await HoldsAsync(tenant, principal, expected, ContentQuery.For("Article").OrderBy("TitlePart.Title"));
            await HoldsAsync(
                tenant,
                principal,
                expected,
                ContentQuery.For("Article").Where(ContentFilter.Contains("TitlePart.Title", "artikkel"))
            );
            await HoldsAsync(
                tenant,
                principal,
                expected,
                ContentQuery.For("Article").Where(ContentFilter.In("ContentItemId", [.. "abcd".Select(id => ContentValue.Of($"{id}"))]))
            );
            await HoldsAsync(
                tenant,
                principal,
                expected,
                ContentQuery
                    .For("Article")
                    .Where(ContentFilter.In("AutoroutePart.Path", [.. "abcd".Select(id => ContentValue.Of($"p/{id}"))]))
            );
            await HoldsAsync(
                tenant,
                principal,
                expected,
                ContentQuery.For("Article").Where(new ContentFilter.Not(ContentFilter.Equal("DisplayText", ContentValue.Of("nobody"))))
            );
        }
    }

    [Fact]
    public async Task A_level_that_nobody_knows_is_secret()
    {
        var tenant = await SeededAsync();
        var one = ContentQuery.For("Article").Where(ContentFilter.Equal("ContentItemId", ContentValue.Of("d")));

        Assert.Empty(await tenant.IdsAsync(one, s_staff));
        Assert.Equal(["d"], await tenant.IdsAsync(one, s_trusted));
    }

    [Fact]
    public async Task Changing_the_level_hides_the_item_at_once()
    {
        var tenant = await SeededAsync();
        await tenant.PublishAsync(Sample.Article("a", "Artikkel a", level: "internal"));

        Assert.Empty(await tenant.IdsAsync(ContentQuery.For("Article").OrderBy("TitlePart.Title"), Principal.Anonymous));
    }

    [Fact]
    public async Task Who_may_see_her_own_alone_sees_no_others()
    {
        var tenant = await SeededAsync();
        await tenant.PublishAsync(
            Sample.Note("n1", "Notat", owner: "u3"),
            Sample.Note("n2", "Notat", owner: "u4"),
            Sample.Note("n3", "Notat", owner: "U3")
        );

        foreach (
            var query in new[]
            {
                ContentQuery.For("Note"),
                ContentQuery.For("Note").OrderBy("DisplayText", descending: true),
                ContentQuery.For("Note").Where(ContentFilter.Equal("DisplayText", ContentValue.Of("notat"))),
                ContentQuery
                    .For("Note")
                    .Where(ContentFilter.In("ContentItemId", ContentValue.Of("n1"), ContentValue.Of("n2"), ContentValue.Of("n3"))),
            }
        )
        {
            await HoldsAsync(tenant, s_author, "n1", query);
        }

        await HoldsAsync(tenant, s_author, "a n1", new ContentQuery());
    }

    private static async Task HoldsAsync(TestTenant tenant, Principal principal, string expected, ContentQuery query)
    {
        var page = await tenant.ListAsync(query with { CountTotal = true }, principal);
        var count = await tenant.ListAsync(query with { CountTotal = true, Take = 0 }, principal);

        Assert.Equal(expected, string.Join(' ', page.Items.Select(item => item.ContentItemId.Value)));
        Assert.Equal([page.Items.Count, page.Items.Count], [page.Total, count.Total]);
    }

    private async Task<TestTenant> SeededAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.SetAsync(
            Roles.DocumentName,
            new Roles([
                new("Administrator", "", []),
                new("Anonymous", "", ["View_Article"]),
                new("Authenticated", "", ["View_Article"]),
                new("Staff", "", ["ViewInternalContent"]),
                new("Trusted", "", ["ViewSecretContent"]),
                new("Author", "", ["ViewOwn_Note"]),
            ]).ToJson()
        );
        await tenant.PublishAsync(
            Sample.Article("a", "Artikkel a", path: "p/a"),
            Sample.Article("b", "Artikkel b", path: "p/b", level: "internal"),
            Sample.Article("c", "Artikkel c", path: "p/c", level: "Secret"),
            Sample.Article("d", "Artikkel d", path: "p/d", level: "misspelt")
        );
        return tenant;
    }
}

public sealed class VisibilityTestsOnSqlite(SqliteStore store) : VisibilityTests(store), IClassFixture<SqliteStore>;

public sealed class VisibilityTestsOnPostgreSql(PostgreSqlStore store) : VisibilityTests(store), IClassFixture<PostgreSqlStore>;
