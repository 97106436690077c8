using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Model;
using VoldCms.Migrations;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Databases;

public sealed class SchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_migration_is_missing(DatabaseProvider provider)
    {
        using var context = Context(provider);

        Assert.False(
            context.Database.HasPendingModelChanges(),
            "The model has changed: add a migration (src/VoldCms.Migrations/README.md)."
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_tenant_comes_first_in_every_key_and_unique_index(DatabaseProvider provider)
    {
        using var context = Context(provider);

        foreach (var entity in context.Model.GetEntityTypes().Where(entity => typeof(ITenantOwned).IsAssignableFrom(entity.ClrType)))
        {
            var keys = entity
                .GetKeys()
                .Where(key => !IsNumberOfItsOwn(key))
                .Select(key => key.Properties)
                .Concat(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties));
            Assert.All(keys, properties => Assert.Equal(nameof(ITenantOwned.TenantId), properties[0].Name));
            Assert.Contains(entity.GetDeclaredQueryFilters(), filter => filter.Key == CmsDbContext.TenantFilter);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Only_the_listed_tables_have_no_tenant(DatabaseProvider provider)
    {
        using var context = Context(provider);

        var without = context
            .Model.GetEntityTypes()
            .Where(entity => !typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
            .Select(entity => entity.GetTableName());

        Assert.Equal(["accounts", "job_leases", "names", "passkeys", "sessions", "tenants"], without.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void What_a_start_looks_for_are_the_migrations_that_EF_would_apply(DatabaseProvider provider)
    {
        using var context = Context(provider);

        var known = KnownMigrations.In(typeof(ContributedTables).Assembly, context.GetType());

        Assert.Equal(context.Database.GetMigrations(), known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_database_from_before_the_first_release_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var made = StoreFixture.BuildServices(database.Settings))
        {
            await made.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);
            await using var context = made.GetRequiredService<Database>().CreateContext(tenant: null);
            await context.Database.ExecuteSqlRawAsync(
                "UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '20261122011625_Initial' WHERE \"MigrationId\" LIKE '%Initial'",
                Stop
            );
        }

        await using var services = StoreFixture.BuildServices(database.Settings);
        var migrator = services.GetRequiredService<DatabaseMigrator>();

        var start = await Assert.ThrowsAsync<StoreUnavailableException>(() => migrator.RunAsync(Stop));
        var restore = await Assert.ThrowsAsync<StoreUnavailableException>(() => migrator.RunForRestoreAsync(Stop));

        Assert.All([start, restore], problem => Assert.Contains("before the first release", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Two_processes_may_start_at_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var services = StoreFixture.BuildServices(database.Settings);
                        await services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);
                        Assert.Empty(await services.GetRequiredService<ITenantStore>().ListAsync(Stop));
                    })
                )
        );
    }

    [Fact]
    public async Task A_migrator_that_was_killed_stops_no_later_start()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var services = StoreFixture.BuildServices(database.Settings);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(database.Directory, "voldcms.db")};Pooling=False"))
        {
            // What EF leaves behind when it dies in the middle of the first migration.
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """;
            await command.ExecuteNonQueryAsync(Stop);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        await services.GetRequiredService<DatabaseMigrator>().RunAsync(patience.Token);
        Assert.Empty(await services.GetRequiredService<ITenantStore>().ListAsync(Stop));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_as_such()
    {
        await using var services = StoreFixture.BuildServices(
            new Dictionary<string, string?>
            {
                ["VoldCms:Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:VoldCms"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing;Timeout=2",
            }
        );

        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<ITenantStore>().ListAsync(Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await services.GetRequiredService<ITenantStore>().ReadVersionsAsync(new(1), Stop)
        );
    }

    [Fact]
    public async Task A_file_that_was_taken_away_is_told_as_such()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var services = StoreFixture.BuildServices(database.Settings);
        await services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);
        var tenants = services.GetRequiredService<ITenantStore>();
        var created = await tenants.CreateAsync(new() { Id = default, Name = "gone" }, Stop);
        await tenants.ReadVersionsAsync(created.Value.Id, Stop);

        File.Delete(Path.Combine(database.Directory, "voldcms.db"));

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await tenants.ReadVersionsAsync(created.Value.Id, Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => tenants.ListAsync(Stop));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => new TestTenant(services, created.Value).LoadAsync(new("a")));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_as_such()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "voldcms.db"), new string('x', 4096), Stop);
        await using var services = StoreFixture.BuildServices(database.Settings);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop));
    }

    // A number that the database gives is unique by itself; nothing looks rows up by it alone.
    private static bool IsNumberOfItsOwn(IKey key) => key.Properties is [{ ClrType: var type }] && type == typeof(long);

    private static CmsDbContext Context(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite
            ? new SqliteDesignTimeContext().CreateDbContext([])
            : new PostgreSqlDesignTimeContext().CreateDbContext([]);
}
