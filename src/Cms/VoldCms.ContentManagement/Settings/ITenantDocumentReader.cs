using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Settings;

/// <summary>Reads a tenant's documents outside any unit of work. Singleton, thread-safe.</summary>
public interface ITenantDocumentReader
{
    /// <summary>All documents of the tenant and the configuration version they were read at, in one snapshot.</summary>
    Task<TenantDocumentSet> ReadAsync(TenantId tenant, CancellationToken cancellationToken);
}

/// <summary>See <see cref="ITenantDocumentReader.ReadAsync"/>.</summary>
public sealed record TenantDocumentSet(long ConfigurationVersion, IReadOnlyDictionary<string, string> Documents);
