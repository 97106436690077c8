using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Tenancy;

/// <summary>
/// The list of tenants, the one table read without a tenant. Thread-safe; each call is its own transaction.
/// </summary>
public interface ITenantStore
{
    /// <summary>Every tenant, those not served too.</summary>
    Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The tenant of that name, ignoring case; null when there is none.</summary>
    Task<Tenant?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Adds a tenant in state <see cref="TenantState.Uninitialized"/>; its <see cref="Tenant.Id"/> is chosen here.</summary>
    /// <returns>The stored tenant, or a <see cref="Results.Conflict"/> when name, prefix or host is taken.</returns>
    Task<Results.Result<Tenant>> CreateAsync(Tenant tenant, CancellationToken cancellationToken) =>
        CreateAsync(tenant, ImmutableDictionary<string, string>.Empty, cancellationToken);

    /// <summary>The same with documents of its own from the first moment, by their names.</summary>
    Task<Results.Result<Tenant>> CreateAsync(
        Tenant tenant,
        IReadOnlyDictionary<string, string> documents,
        CancellationToken cancellationToken
    );

    /// <summary>Sets where the tenant stands in its life; nothing happens when it is not there.</summary>
    Task SetStateAsync(TenantId tenant, TenantState state, CancellationToken cancellationToken);

    /// <summary>Removes the tenant and every row of it.</summary>
    Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>The tenant's versions as they are in the database now; one cheap statement.</summary>
    ValueTask<TenantVersions> ReadVersionsAsync(TenantId tenant, CancellationToken cancellationToken);
}

/// <summary>See <see cref="Tenant.Version"/>, <see cref="Tenant.ConfigurationVersion"/> and <see cref="Tenant.PublicVersion"/>.</summary>
public readonly record struct TenantVersions(long Version, long ConfigurationVersion, long PublicVersion);
