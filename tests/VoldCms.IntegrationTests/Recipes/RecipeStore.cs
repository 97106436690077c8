using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Media;
using VoldCms.Hosting.Modules;
using VoldCms.Hosting.Tenancy;
using VoldCms.IntegrationTests.Data;
using VoldCms.Migrations;
using VoldCms.Recipes;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Reading;
using VoldCms.Recipes.Running;
using VoldCms.Users;
using Xunit;

namespace VoldCms.IntegrationTests.Recipes;

/// <summary>Recipes on a database of their own, which the tests of a class share; each makes tenants of its own.</summary>
public abstract class RecipeStore(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceProvider? _services;

    public DatabaseProvider Provider => provider;

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The fixture has not been started.");

    /// <summary>A folder that recipes can be written to; one a test.</summary>
    public string NewFolder() =>
        Directory
            .CreateDirectory(
                Path.Combine(
                    (_database ?? throw new InvalidOperationException("The fixture has not been started.")).Directory,
                    $"r{Guid.NewGuid():n}"
                )
            )
            .FullName;

    public async ValueTask InitializeAsync()
    {
        if (provider == DatabaseProvider.PostgreSql && !PostgreSqlServer.IsInstalled)
        {
            return;
        }

        _database = await TestDatabase.CreateAsync(provider);
        _services = BuildServices(_database);
        await _services.GetRequiredService<DatabaseMigrator>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The services that run recipes, as the host registers them.</summary>
    internal static ServiceProvider BuildServices(TestDatabase database, params IEnumerable<KeyValuePair<string, string?>> more)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).AddInMemoryCollection(more).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddContentManagement();
        services.AddModules(new RecipesModule(), new UsersModule());
        services.AddSingleton<IFieldRule, QuietRule>();
        services.AddDataDirectory(DataDirectory.Prepare(configuration));
        services.AddSingleton(TenantDeclarations.Read(configuration));
        services.AddVoldCmsData(configuration, typeof(ContributedTables).Assembly);
        // Tables of modules that are not here belong to the schema all the same.
        services.TryAddEnumerable(ContributedTables.All.Select(table => ServiceDescriptor.Singleton(table)));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public async Task<TestTenant> CreateTenantAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        var created = await Services
            .GetRequiredService<ITenantStore>()
            .CreateAsync(
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

    /// <summary>Runs a recipe file in a tenant.</summary>
    public async Task<RecipeReport> RunAsync(TestTenant tenant, string path, RecipeRunMode? mode = null, bool isDataOnly = false)
    {
        var library = Services.GetRequiredService<RecipeLibrary>();
        await using var scope = tenant.Scope(VoldCms.ContentManagement.Permissions.Principal.Anonymous);
        var recipe = library.ReadFile(path);
        Assert.True(recipe.IsSuccess, recipe.Error?.Message);
        return await scope
            .ServiceProvider.GetRequiredService<RecipeRunner>()
            .RunAsync(
                new RecipeRun(
                    recipe.Value,
                    library.HarvestBeside(path),
                    library.EnvironmentOf(tenant.Tenant),
                    mode ?? new(),
                    IsDataOnly: isDataOnly
                ),
                TestContext.Current.CancellationToken
            );
    }

    /// <summary>Runs a recipe given as text.</summary>
    public async Task<RecipeReport> RunTextAsync(TestTenant tenant, string recipe, RecipeRunMode? mode = null)
    {
        var path = Path.Combine(NewFolder(), "r.recipe.json");
        await File.WriteAllTextAsync(path, recipe, TestContext.Current.CancellationToken);
        return await RunAsync(tenant, path, mode);
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
}

public sealed class SqliteRecipes() : RecipeStore(DatabaseProvider.Sqlite);

public sealed class PostgreSqlRecipes() : RecipeStore(DatabaseProvider.PostgreSql);

/// <summary>Tests of recipes. A class has its tests once, and a subclass for each database.</summary>
public abstract class RecipeTest : DatabaseTest
{
    protected RecipeTest(RecipeStore store)
        : base(store.Provider) => Store = store;

    protected RecipeStore Store { get; }
}
