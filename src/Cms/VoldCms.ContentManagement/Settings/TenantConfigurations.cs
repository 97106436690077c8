using System.Collections.Concurrent;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Settings;

/// <summary>
/// The parsed configuration of each tenant, kept until the database says that it has another version. Singleton, thread-safe.
/// </summary>
public sealed class TenantConfigurations(ITenantDocumentReader documents, ITenantStore tenants)
{
    private readonly ConcurrentDictionary<TenantId, TenantConfiguration> _known = new();

    /// <summary>The configuration as it is in the database now: one cheap statement when nothing has changed.</summary>
    public async ValueTask<TenantConfiguration> GetAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var versions = await tenants.ReadVersionsAsync(tenant, cancellationToken);
        if (_known.TryGetValue(tenant, out var known) && known.Version == versions.ConfigurationVersion)
        {
            return known;
        }

        var read = await documents.ReadAsync(tenant, cancellationToken);
        var configuration = TenantConfiguration.Read(read.ConfigurationVersion, read.Documents);
        return _known.AddOrUpdate(tenant, configuration, (_, other) => other.Version > configuration.Version ? other : configuration);
    }
}
