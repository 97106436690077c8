using System.Collections.Concurrent;
using System.Collections.Frozen;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Users.ApiKeys;

/// <summary>
/// Each tenant's keys as requests need them, read anew when the tenant has another version: a key that was revoked, here or on another
/// node, is refused from the next request on. Singleton, thread-safe.
/// </summary>
internal sealed class ApiKeyDirectory(ITenantStore tenants)
{
    private readonly ConcurrentDictionary<TenantId, Snapshot> _snapshots = new();

    /// <summary>The key of that id and the hash of its secret; null when the tenant has none.</summary>
    /// <param name="tenant">Whose keys.</param>
    /// <param name="keyId">The id.</param>
    /// <param name="readAsync">Reads all keys of the tenant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<(ApiKey Key, byte[] SecretHash)?> FindAsync(
        TenantId tenant,
        string keyId,
        Func<CancellationToken, Task<List<ApiKeyRow>>> readAsync,
        CancellationToken cancellationToken
    )
    {
        // The version first, the keys after: a snapshot is never older than it says.
        var version = (await tenants.ReadVersionsAsync(tenant, cancellationToken)).Version;
        if (!_snapshots.TryGetValue(tenant, out var snapshot) || snapshot.Version != version)
        {
            var rows = await readAsync(cancellationToken);
            snapshot = new(
                version,
                rows.ToFrozenDictionary(row => row.KeyId, row => (row.ToApiKey(), row.SecretHash), StringComparer.Ordinal)
            );
            _snapshots[tenant] = snapshot;
        }

        return snapshot.Keys.TryGetValue(keyId, out var found) ? found : null;
    }

    private sealed record Snapshot(long Version, FrozenDictionary<string, (ApiKey Key, byte[] SecretHash)> Keys);
}
