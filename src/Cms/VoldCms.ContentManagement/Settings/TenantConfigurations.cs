using System.Collections.Concurrent;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Settings;

/// <summary>
/// The parsed configuration of each tenant, kept until the database says that it has another version. Singleton, thread-safe.
/// </summary>
public sealed class TenantConfigurations(ITenantDocumentReader documents, ITenantStore tenants, TimeProvider clock)
{
    private static readonly TimeSpan s_recent = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TenantId, TenantConfiguration> _known = new();
    private readonly ConcurrentDictionary<TenantId, (RecentConfiguration Answer, long ReadAt)> _recent = new();
    private readonly Lock _lock = new();
    private long _commits;

    /// <summary>The configuration as it is in the database now: one cheap statement when nothing has changed.</summary>
    public async ValueTask<TenantConfiguration> GetAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await ReadAsync(tenant, cancellationToken)).Configuration;

    /// <summary>
    /// The configuration and the tenant's versions without asking the database each time: what this process has committed is
    /// seen at once, what another has, within a second. The versions are never newer than what is read after them.
    /// </summary>
    public async ValueTask<RecentConfiguration> GetRecentAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (_recent.TryGetValue(tenant, out var recent) && clock.GetElapsedTime(recent.ReadAt) < s_recent)
        {
            return recent.Answer;
        }

        var commits = Volatile.Read(ref _commits);
        var readAt = clock.GetTimestamp();
        var answer = await ReadAsync(tenant, cancellationToken);
        lock (_lock)
        {
            // Where somebody has committed meanwhile, nobody knows which side of the commit was read.
            if (commits == _commits)
            {
                _recent[tenant] = (answer, readAt);
            }
        }

        return answer;
    }

    /// <summary>Called after a commit of this process: the next question is asked of the database.</summary>
    public void Forget(TenantId tenant)
    {
        lock (_lock)
        {
            _commits++;
            _recent.TryRemove(tenant, out _);
        }
    }

    private async ValueTask<RecentConfiguration> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var versions = await tenants.ReadVersionsAsync(tenant, cancellationToken);
        if (_known.TryGetValue(tenant, out var known) && known.Version == versions.ConfigurationVersion)
        {
            return new(versions.Version, versions.PublicVersion, known);
        }

        var read = await documents.ReadAsync(tenant, cancellationToken);
        var configuration = TenantConfiguration.Read(read.ConfigurationVersion, read.Documents);
        var newest = _known.AddOrUpdate(tenant, configuration, (_, other) => other.Version > configuration.Version ? other : configuration);
        return new(versions.Version, versions.PublicVersion, newest);
    }
}

/// <summary>A tenant's configuration, and the versions of the tenant that it was read at.</summary>
/// <param name="Version">See <see cref="Tenant.Version"/>.</param>
/// <param name="PublicVersion">See <see cref="Tenant.PublicVersion"/>.</param>
/// <param name="Configuration">Definitions, settings and roles.</param>
public sealed record RecentConfiguration(long Version, long PublicVersion, TenantConfiguration Configuration)
{
    /// <summary>The version that an answer for the principal hangs on.</summary>
    public long VersionFor(Principal principal) => principal.Kind == PrincipalKind.Anonymous ? PublicVersion : Version;
}
