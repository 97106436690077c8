using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Logging;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Jobs;

/// <summary>
/// Runs every <see cref="RecurringJob"/> on its interval. All nodes try; the one that takes the job's lease runs the round.
/// </summary>
internal sealed class JobRunner(
    IEnumerable<RecurringJob> jobs,
    ITenantStore tenants,
    IJobLeases leases,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<JobRunner> logger
) : BackgroundService
{
    private readonly string _node = Guid.NewGuid().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(job => RunAsync(job, stoppingToken)));

    private async Task RunAsync(RecurringJob job, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(job.Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunRoundAsync(job, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.JobFailed(exception, job.Name, tenant: "");
            }
        }
    }

    /// <summary>One round, if the lease can be had. It outlasts two intervals: a node that dies holds the job up no longer.</summary>
    internal async Task RunRoundAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(job.Name, _node, job.Interval * 2 + TimeSpan.FromMinutes(1), cancellationToken))
        {
            return;
        }

        foreach (var tenant in await tenants.ListAsync(cancellationToken))
        {
            if (tenant.State == TenantState.Running)
            {
                await RunForAsync(job, tenant, cancellationToken);
            }
        }

        await leases.ReleaseAsync(job.Name, _node, cancellationToken);
    }

    private async Task RunForAsync(RecurringJob job, Tenant tenant, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.OpenAsSystem(tenant);
            await job.RunAsync(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.JobFailed(exception, job.Name, tenant.Name);
        }
    }
}
