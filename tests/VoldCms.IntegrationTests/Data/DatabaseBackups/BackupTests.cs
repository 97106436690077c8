using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.Data.DatabaseBackups;

/// <summary>Everything goes over: from either kind of database to either.</summary>
public sealed class BackupTests
{
    public static TheoryData<DatabaseProvider, DatabaseProvider> Ways =>
        new()
        {
            { DatabaseProvider.Sqlite, DatabaseProvider.Sqlite },
            { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql },
            { DatabaseProvider.PostgreSql, DatabaseProvider.Sqlite },
            { DatabaseProvider.PostgreSql, DatabaseProvider.PostgreSql },
        };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Ways))]
    public async Task What_was_backed_up_is_there_again_and_what_came_later_is_gone(DatabaseProvider from, DatabaseProvider to)
    {
        await using var source = await StoreOf.StartAsync(from);
        await using var target = await StoreOf.StartAsync(to);
        var tenant = await source.Store.CreateTenantAsync();
        await FillAsync(tenant);
        var expected = await tenant.ListAsync(ContentQuery.For("Article").OrderBy("TitlePart.Title"));
        var stale = await target.Store.CreateTenantAsync();
        await FillAsync(stale);

        await RestoreAsync(target, await BackUpAsync(source));

        var tenants = await target.Tenants.ListAsync(Stop);
        var restored = new TestTenant(target.Store.Services, Assert.Single(tenants));
        Assert.Equal(tenant.Tenant.Name, restored.Tenant.Name);
        var found = await restored.ListAsync(ContentQuery.For("Article").OrderBy("TitlePart.Title"));
        Assert.NotEmpty(expected.Items);
        Assert.Equal(
            expected.Items.Select(item => ContentItemJson.Write(item).ToJsonString()),
            found.Items.Select(item => ContentItemJson.Write(item).ToJsonString())
        );
        Assert.True(restored.Tenant.Version > tenant.Tenant.Version);

        await FillAsync(await target.Store.CreateTenantAsync());
        Assert.Equal(2, (await target.Tenants.ListAsync(Stop)).Count);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_broken_archive_changes_nothing(DatabaseProvider provider)
    {
        await using var store = await StoreOf.StartAsync(provider);
        var tenant = await store.Store.CreateTenantAsync();
        await FillAsync(tenant);
        var archive = await BackUpAsync(store);
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("database/content_versions.jsonl")!.Delete();
            using var entry = new StreamWriter(zip.CreateEntry("database/content_versions.jsonl").Open());
            entry.Write("[\"key\"]\n[1]\n");
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => RestoreAsync(store, archive));

        Assert.Contains("content_versions", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await tenant.IdsAsync(ContentQuery.For("Article")));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_backup_taken_while_others_write_is_one_state(DatabaseProvider provider)
    {
        await using var source = await StoreOf.StartAsync(provider);
        var tenant = await source.Store.CreateTenantAsync();
        await FillAsync(tenant);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        // SQLite never waits, so the writer needs a thread of its own.
        var writing = Task.Run(() => WritePairsAsync(tenant, ending.Token), Stop);
        await Task.Delay(100, Stop);

        var archives = new List<MemoryStream>();
        for (var round = 0; round < 5; round++)
        {
            archives.Add(await BackUpAsync(source));
        }

        await ending.CancelAsync();
        await writing;

        await using var target = await StoreOf.StartAsync(provider);
        foreach (var archive in archives)
        {
            await RestoreAsync(target, archive);
            var restored = new TestTenant(target.Store.Services, Assert.Single(await target.Tenants.ListAsync(Stop)));
            var pair = await restored.ListAsync(
                ContentQuery
                    .For("Article")
                    .Where(ContentFilter.In(ContentPaths.ContentItemId, ContentValue.Of("left"), ContentValue.Of("right")))
            );
            // Both are written in one transaction, so whatever moment was caught, they say the same.
            Assert.Single(pair.Items.Select(item => item.DisplayText).Distinct());
        }
    }

    /// <summary>On PostgreSQL the restore and a writer could each hold what the other waited for.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_restore_while_others_write_waits_for_them_and_who_reads_does_not_wait(DatabaseProvider provider)
    {
        await using var store = await StoreOf.StartAsync(provider);
        TestTenant[] tenants = [await store.Store.CreateTenantAsync(), await store.Store.CreateTenantAsync()];
        foreach (var tenant in tenants)
        {
            await FillAsync(tenant);
        }

        var archive = await BackUpAsync(store);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task[] others =
        [
            .. tenants.Select(tenant => Task.Run(() => WriteWhateverHappensAsync(tenant, ending.Token), Stop)),
            Task.Run(() => MakeTenantsAsync(store, ending.Token), Stop),
            Task.Run(() => ReadAsync(tenants[0], ending.Token), Stop),
        ];
        await Task.Delay(100, Stop);
        for (var round = 0; round < 6; round++)
        {
            await RestoreAsync(store, archive);
        }

        await ending.CancelAsync();
        await Task.WhenAll(others);
        Assert.NotEmpty(await tenants[0].IdsAsync(ContentQuery.For("Article")));
    }

    /// <summary>What a writer is told is that it has to come again, or that somebody else was first.</summary>
    private static async Task WriteWhateverHappensAsync(TestTenant tenant, CancellationToken ending)
    {
        for (var round = 0; !ending.IsCancellationRequested; round++)
        {
            try
            {
                await tenant.PublishAsync(Sample.Article("left", $"round {round}"), Sample.Article("right", $"round {round}"));
            }
            catch (Exception refused) when (refused is StoreUnavailableException or StoreConflictException) { }
        }
    }

    private static async Task MakeTenantsAsync(StoreOf store, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            await store.Store.CreateTenantAsync();
            await Task.Delay(20, Stop);
        }
    }

    private static async Task ReadAsync(TestTenant tenant, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            Assert.NotEmpty(await tenant.IdsAsync(ContentQuery.For("Article")));
        }
    }

    private static async Task FillAsync(TestTenant tenant)
    {
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.SupportAsync("nb", "nb", "en");
        await tenant.PublishAsync(
            Sample.Article("a", "Å", new() { ["Summary"] = Sample.Text("Én linje\nog én til"), ["Order"] = Sample.Value(2.5m) }, path: "a"),
            Sample.Article("b", "Ære", level: "internal", owner: "kari"),
            Sample.Guide("g", "Veileder", "nb", "set", "nb/g")
        );
        await tenant.SaveDraftAsync(Sample.Article("a", "Å, som utkast"));
    }

    private static async Task WritePairsAsync(TestTenant tenant, CancellationToken ending)
    {
        for (var round = 0; round == 0 || !ending.IsCancellationRequested; round++)
        {
            await tenant.PublishAsync(Pair("left", round), Pair("right", round));
        }

        static ContentItem Pair(string id, int round) =>
            new()
            {
                ContentItemId = new(id),
                ContentItemVersionId = ContentItemVersionId.New(),
                ContentType = "Article",
                DisplayText = $"round {round}",
            };
    }

    private static async Task<MemoryStream> BackUpAsync(StoreOf store)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await store.Backup.WriteAsync(zip, Stop);
        }

        archive.Position = 0;
        return archive;
    }

    private static async Task RestoreAsync(StoreOf store, MemoryStream archive)
    {
        archive.Position = 0;
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        await store.Backup.RestoreAsync(zip, Stop);
    }

    /// <summary>A database of the test's own: a restore empties it.</summary>
    private sealed class StoreOf : IAsyncDisposable
    {
        private StoreOf(StoreFixture store) => Store = store;

        public StoreFixture Store { get; }

        public IDatabaseBackup Backup => Store.Services.GetRequiredService<IDatabaseBackup>();

        public ITenantStore Tenants => Store.Services.GetRequiredService<ITenantStore>();

        public static async Task<StoreOf> StartAsync(DatabaseProvider provider)
        {
            Assert.SkipUnless(
                provider != DatabaseProvider.PostgreSql || PostgreSqlServer.IsInstalled,
                "PostgreSQL is not installed on this machine."
            );
            StoreFixture store = provider == DatabaseProvider.Sqlite ? new SqliteStore() : new PostgreSqlStore();
            await store.InitializeAsync();
            return new(store);
        }

        public ValueTask DisposeAsync() => Store.DisposeAsync();
    }
}
