using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Data.Model;

/// <summary>
/// The model of the whole database. Leased from <see cref="Tenancy.ITenantDbContexts"/> for one tenant, never pooled: a pooled
/// context would keep the last visitor's tenant.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public abstract class CmsDbContext : DbContext
{
    /// <summary>The name of the query filter that every table of a tenant carries.</summary>
    public const string TenantFilter = "Tenant";

    private readonly TenantId? _tenant;

    private protected CmsDbContext(DbContextOptions options, IReadOnlyList<IModelContribution> contributions, TenantId? tenant)
        : base(options)
    {
        Contributions = contributions;
        _tenant = tenant;
    }

    /// <summary>The tenant whose rows this context sees.</summary>
    /// <exception cref="InvalidOperationException">The context was made for the tables without a tenant alone.</exception>
    public int CurrentTenantId =>
        _tenant?.Value ?? throw new InvalidOperationException("This context has no tenant; lease one from ITenantDbContexts.");

    internal IReadOnlyList<IModelContribution> Contributions { get; }

    private protected abstract string JsonColumnType { get; }

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder
            .AddInterceptors(TenantStamp.Instance)
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, ContributedModelCacheKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ContentModelConfiguration.Configure(modelBuilder, JsonColumnType);
        foreach (var contribution in Contributions)
        {
            contribution.Configure(modelBuilder);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).ToList())
        {
            if (typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
            {
                FilterByTenant(modelBuilder, entity.ClrType);
            }
            else if (!IsWithoutTenant(entity.ClrType))
            {
                throw new InvalidOperationException(
                    $"'{entity.ClrType.Name}' has no tenant: implement {nameof(ITenantOwned)} or {nameof(IInstallationOwned)}."
                );
            }
        }

        SnakeCase.Apply(modelBuilder.Model);
    }

    private static bool IsWithoutTenant(Type entity) =>
        typeof(IInstallationOwned).IsAssignableFrom(entity) || ContentModelConfiguration.WithoutTenant.Contains(entity);

    private void FilterByTenant(ModelBuilder model, Type entity) =>
        typeof(CmsDbContext)
            .GetMethod(nameof(FilterByTenantOf), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(entity)
            .Invoke(this, [model]);

    private void FilterByTenantOf<T>(ModelBuilder model)
        where T : class, ITenantOwned => model.Entity<T>().HasQueryFilter(TenantFilter, row => row.TenantId == CurrentTenantId);
}

/// <summary>The model as SQLite stores it.</summary>
public sealed class SqliteCmsDbContext(
    DbContextOptions<SqliteCmsDbContext> options,
    IReadOnlyList<IModelContribution> contributions,
    TenantId? tenant = null
) : CmsDbContext(options, contributions, tenant)
{
    private protected override string JsonColumnType => "TEXT";
}

/// <summary>The model as PostgreSQL stores it. <c>json</c> and not <c>jsonb</c>: the order of keys is the author's.</summary>
public sealed class PostgreSqlCmsDbContext(
    DbContextOptions<PostgreSqlCmsDbContext> options,
    IReadOnlyList<IModelContribution> contributions,
    TenantId? tenant = null
) : CmsDbContext(options, contributions, tenant)
{
    private protected override string JsonColumnType => "json";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence<long>(ContentModelConfiguration.KeySequence);
    }
}
