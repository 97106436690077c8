using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data;
using VoldCms.Data.Databases;
using VoldCms.Migrations;
using Xunit;

namespace VoldCms.IntegrationTests.Data;

/// <summary>The engine on the store of one database, which the tests of a class share; each makes tenants of its own.</summary>
public abstract class StoreFixture(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceProvider? _services;

    public DatabaseProvider Provider => provider;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not been started.");

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The fixture has not been started.");

    public async ValueTask InitializeAsync()
    {
        if (provider == DatabaseProvider.PostgreSql && !PostgreSqlServer.IsInstalled)
        {
            return;
        }

        _database = await TestDatabase.CreateAsync(provider);
        _services = BuildServices(_database.Settings);
        await _services.GetRequiredService<DatabaseMigrator>().RunAsync(TestContext.Current.CancellationToken);
    }

    public static ServiceProvider BuildServices(IReadOnlyDictionary<string, string?> settings, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddContentManagement();
        foreach (var tables in ContributedTables.All)
        {
            services.AddSingleton(tables);
        }

        services.AddVoldCmsData(configuration, typeof(ContributedTables).Assembly);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A new tenant with nothing in it, and a scope of the system's for it.</summary>
    public async Task<TestTenant> CreateTenantAsync()
    {
        var store = Services.GetRequiredService<ITenantStore>();
        var name = $"t{Guid.NewGuid():N}";
        var created = await store.CreateAsync(
            new Tenant
            {
                Id = default,
                Name = name,
                RequestUrlPrefix = name,
            },
            TestContext.Current.CancellationToken
        );
        return new TestTenant(Services, created.Value);
    }
}

public sealed class SqliteStore() : StoreFixture(DatabaseProvider.Sqlite);

public sealed class PostgreSqlStore() : StoreFixture(DatabaseProvider.PostgreSql);

/// <summary>Tests of the store. A class has its tests once, and a subclass for each database.</summary>
public abstract class StoreTest : DatabaseTest
{
    protected StoreTest(StoreFixture store)
        : base(store.Provider) => Store = store;

    protected StoreFixture Store { get; }
}
