using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// The tenants as every request needs them: read from the store at most every other second, so that a tenant made or stopped
/// by a command, here or on another node, is noticed at once in a person's eyes. Singleton, thread-safe.
/// </summary>
public sealed class TenantDirectory(ITenantStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Snapshot? _snapshot;

    /// <summary>Every tenant, whatever its state.</summary>
    public async ValueTask<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken) =>
        (await GetMatcherAsync(cancellationToken)).Tenants;

    /// <summary>The next request reads anew: called after tenants were changed in this process.</summary>
    public void Forget() => _snapshot = null;

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    internal async ValueTask<TenantMatcher> GetMatcherAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known)
        {
            return known;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } readMeanwhile)
            {
                return readMeanwhile;
            }

            var matcher = new TenantMatcher(await store.ListAsync(cancellationToken));
            _snapshot = new(matcher, clock.GetTimestamp());
            return matcher;
        }
        finally
        {
            _reading.Release();
        }
    }

    private TenantMatcher? Fresh() =>
        _snapshot is { } snapshot && clock.GetElapsedTime(snapshot.ReadAt) < s_lifetime ? snapshot.Matcher : null;

    private sealed record Snapshot(TenantMatcher Matcher, long ReadAt);
}
