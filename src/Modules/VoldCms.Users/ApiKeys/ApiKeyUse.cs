using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Tenancy;

namespace VoldCms.Users.ApiKeys;

/// <summary>
/// Writes down when keys were last used: at most once an hour a key and node, after the answer has been sent, and without raising the
/// tenant's version. Singleton, thread-safe.
/// </summary>
internal sealed class ApiKeyUse(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ApiKeyUse> logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(TenantId Tenant, string KeyId), long> _written = new();

    /// <summary>The key has been used for that request.</summary>
    public void Note(HttpContext context, Tenant tenant, ApiKey key)
    {
        var now = clock.GetUtcNow();
        var before = _written.GetOrAdd((tenant.Id, key.KeyId), key.LastUsedUtc?.UtcTicks ?? 0);
        if (now.UtcTicks - before >= Interval.Ticks && _written.TryUpdate((tenant.Id, key.KeyId), now.UtcTicks, before))
        {
            context.Response.OnCompleted(() => WriteAsync(tenant, key.KeyId, now));
        }
    }

    private async Task WriteAsync(Tenant tenant, string keyId, DateTimeOffset now)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
            await using var context = scope.ServiceProvider.GetRequiredService<ITenantDbContexts>().Create();
            await context
                .Set<ApiKeyRow>()
                .Where(row => row.KeyId == keyId && (row.LastUsedUtc == null || row.LastUsedUtc < now.UtcTicks))
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.LastUsedUtc, now.UtcTicks), CancellationToken.None);
        }
        catch (Exception failure) when (failure.GetBaseException() is DbException)
        {
            logger.UseNotWritten(failure, keyId);
            _written.TryRemove((tenant.Id, keyId), out _);
        }
    }
}
