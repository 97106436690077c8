using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Logging;

namespace VoldCms.Hosting.Health;

/// <summary>
/// Ready when what pages are made of can be read. Why not stands in the log, once until it changes: the answer is public. Singleton.
/// </summary>
internal sealed class StoreReady(IStoreProbe probe, ILogger<StoreReady> logger) : IHealthCheck
{
    private volatile string _told = "";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await probe.ReadAsync(cancellationToken);
            _told = "";
            return HealthCheckResult.Healthy();
        }
        catch (Exception problem) when (problem is StoreUnavailableException or DbException)
        {
            if (_told != problem.Message)
            {
                _told = problem.Message;
                logger.StoreNotReady(problem.Message);
            }

            return HealthCheckResult.Unhealthy("The database cannot be read.");
        }
    }
}
