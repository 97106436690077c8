using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Storage;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Writing;

public abstract class VersionHistoryTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task Versions_that_are_live_no_more_stay_with_the_time_they_were_public()
    {
        var tenant = await DefinedAsync();
        var first = Sample.Article("a", "one");
        await tenant.PublishAsync(first);
        await tenant.PublishAsync(Sample.Article("a", "two"));

        var old = await tenant.WriteAsync(work => work.Content.FindVersionAsync(new("A"), first.ContentItemVersionId, Stop));
        var live = await tenant.LoadAsync(new("a"));

        Assert.Equal(("one", false, false), (old!.Item.DisplayText, old.Item.Latest, old.Item.Published));
        Assert.True(old.PublicFromUtc <= old.PublicToUtc);
        Assert.Same(live.Latest, live.Published);
        Assert.Equal((true, null), (live.Published!.PublicFromUtc >= old.PublicToUtc, live.Published.PublicToUtc));
    }

    [Fact]
    public async Task A_removed_item_keeps_its_number_and_history()
    {
        var tenant = await DefinedAsync();
        await tenant.PublishAsync(Sample.Article("a", "one", path: "p"));
        var live = await tenant.LoadAsync(new("a"));

        await tenant.WriteAsync(work => work.Content.SaveAsync(live, live with { Latest = null, Published = null }, Stop));

        Assert.Equal(new LiveVersions(live.ItemKey, null, null), await tenant.LoadAsync(new("a")));
        Assert.Null(await tenant.WriteAsync(work => work.Content.FindPathOwnerAsync("p", Stop)));
        Assert.Empty(await tenant.IdsAsync(new ContentQuery { State = VersionState.Latest }));
        Assert.Equal(["a"], await tenant.IdsAsync(new ContentQuery { State = VersionState.All }));
    }

    [Fact]
    public async Task All_lists_every_version_and_filters_by_every_path()
    {
        var tenant = await DefinedAsync();
        await tenant.PublishAsync(Sample.Article("a", "one"));
        await tenant.PublishAsync(Sample.Article("a", "two", level: "internal"));
        await tenant.SaveDraftAsync(Sample.Article("a", "three"));
        await tenant.PublishAsync(Sample.Article("b", "other"));
        var all = ContentQuery.For("Article") with { State = VersionState.All, CountTotal = true };

        Assert.Equal(["one", "two", "three", "other"], await TitlesAsync(tenant, all));
        Assert.Equal(["one", "three", "two"], await TitlesAsync(tenant, OfA(all).OrderBy("TitlePart.Title")));
        Assert.Equal(["two", "three"], await TitlesAsync(tenant, OfA(all).OrderBy("DisplayText", descending: true) with { Take = 2 }));
        Assert.Equal(["three"], await TitlesAsync(tenant, OfA(all).Where(ContentFilter.Contains("TitlePart.Title", "RE"))));
        Assert.Equal(
            ["other"],
            await TitlesAsync(tenant, all.Where(new ContentFilter.Not(ContentFilter.Equal("ContentItemId", ContentValue.Of("A")))))
        );
    }

    [Fact]
    public async Task A_stored_version_is_brought_back_under_its_own_number()
    {
        var tenant = await DefinedAsync();
        var first = Sample.Article("a", "one");
        await tenant.PublishAsync(first);
        await tenant.PublishAsync(Sample.Article("a", "two"));

        var restored = await tenant.WriteAsync(async work =>
        {
            var live = await work.Content.LoadAsync(new("a"), Stop);
            var old = await work.Content.FindVersionAsync(new("a"), first.ContentItemVersionId, Stop);
            return await work.Content.SaveAsync(live, live with { Latest = old, Published = old }, Stop);
        });

        Assert.Equal(restored.ItemKey, restored.Latest!.Key);
        Assert.Equal(["one"], await TitlesAsync(tenant, ContentQuery.For("Article")));
        Assert.Equal(2, (await tenant.ListAsync(ContentQuery.For("Article") with { State = VersionState.All })).Items.Count);
    }

    [Fact]
    public async Task Archived_versions_come_with_no_index_rows()
    {
        var tenant = await DefinedAsync();
        await tenant.WriteAsync(async work =>
        {
            await work.Content.SaveArchivedAsync(
                0,
                new StoredVersion { Item = Sample.Article("a", "old", path: "p"), WrittenBy = PrincipalKind.System },
                Stop
            );
            return 0;
        });

        Assert.Empty(await tenant.IdsAsync(new ContentQuery { State = VersionState.Latest }));
        Assert.Equal(["old"], await TitlesAsync(tenant, ContentQuery.For("Article") with { State = VersionState.All }));
        Assert.NotEqual(0, (await tenant.LoadAsync(new("a"))).ItemKey);
    }

    private static ContentQuery OfA(ContentQuery query) => query.Where(ContentFilter.Equal("ContentItemId", ContentValue.Of("A")));

    private static async Task<string[]> TitlesAsync(TestTenant tenant, ContentQuery query) =>
        [.. (await tenant.ListAsync(query)).Items.Select(item => item.DisplayText ?? "")];

    private async Task<TestTenant> DefinedAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        return tenant;
    }
}

public sealed class VersionHistoryTestsOnSqlite(SqliteStore store) : VersionHistoryTests(store), IClassFixture<SqliteStore>;

public sealed class VersionHistoryTestsOnPostgreSql(PostgreSqlStore store) : VersionHistoryTests(store), IClassFixture<PostgreSqlStore>;
