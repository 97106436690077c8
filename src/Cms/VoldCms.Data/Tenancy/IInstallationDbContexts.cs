using VoldCms.Data.Model;

namespace VoldCms.Data.Tenancy;

/// <summary>
/// Contexts of what belongs to no tenant (<see cref="IInstallationOwned"/>), for the modules' own tables. What a tenant owns is read
/// through them only by taking <see cref="CmsDbContext.TenantFilter"/> off, which is for what a person has in several tenants. Singleton,
/// thread-safe.
/// </summary>
public interface IInstallationDbContexts
{
    /// <summary>A context for reading, on a connection of its own. The lease belongs to the caller, who disposes it.</summary>
    CmsDbContext Create();

    /// <summary>Begins a transaction, after the installation's other writers. Dispose it soon.</summary>
    Task<IInstallationWork> BeginAsync(CancellationToken cancellationToken);
}

/// <summary>One transaction about what belongs to no tenant; undone when it is disposed before it is committed.</summary>
public interface IInstallationWork : IAsyncDisposable
{
    /// <summary>Sees and changes the installation's rows, and of tenants those of the tenant 0, which is nobody.</summary>
    CmsDbContext Context { get; }

    /// <summary>Stores what the context has been told, and ends the transaction.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
