using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.DatabaseBackups;
using VoldCms.Data.Databases;
using VoldCms.Data.Databases.PostgreSql;
using VoldCms.Data.Databases.Sqlite;
using VoldCms.Data.Model;
using VoldCms.Data.Querying;
using VoldCms.Data.Tenancy;
using VoldCms.Data.Writing;

namespace VoldCms.Data;

/// <summary>Registers the store. The engine (<c>AddContentManagement</c>) is registered beside it.</summary>
public static class DataServices
{
    /// <param name="services">Modules add their <see cref="IModelContribution"/>s to it too.</param>
    /// <param name="configuration">Where <see cref="DatabaseOptions"/> are read from.</param>
    /// <param name="migrations">The assembly that holds the migrations of both databases.</param>
    public static IServiceCollection AddVoldCmsData(this IServiceCollection services, IConfiguration configuration, Assembly migrations)
    {
        var reader = new DatabaseOptionsReader(configuration);
        services
            .AddOptions<DatabaseOptions>()
            .Configure(reader.Configure)
            .PostConfigure(options => options.MigrationsAssembly ??= migrations)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>>(reader);
        services.AddSingleton<Database>(CreateDatabase);
        services.AddSingleton(provider => new DatabaseMigrator(provider.GetRequiredService<Database>()));
        services.AddSingleton<NameNumbers>();
        services.AddSingleton<ParsedDocuments>();
        services.AddSingleton<ITenantStore, TenantStore>();
        services.AddSingleton<ITenantDocumentReader, TenantDocumentReader>();
        services.AddSingleton<IJobLeases, JobLeases>();
        services.AddSingleton<IStoreProbe, StoreProbe>();
        services.AddSingleton<IDatabaseBackup, DatabaseBackup>();
        services.AddSingleton<IInstallationDbContexts, InstallationDbContexts>();
        services.AddScoped<ITenantDbContexts, TenantDbContexts>();
        services.AddScoped<IUnitOfWorkFactory, UnitOfWorkFactory>();
        services.AddScoped<NameLookup>();
        services.AddScoped<VersionScan>();
        services.AddScoped<ChangeScan>();
        services.AddScoped<IContentQueryStore, ContentQueryStore>();
        return services;
    }

    private static Database CreateDatabase(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var contributions = services.GetServices<IModelContribution>().ToList();
        return options.Provider == DatabaseProvider.PostgreSql
            ? new PostgreSqlDatabase(options, contributions)
            : new SqliteDatabase(options, contributions);
    }
}
