using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Scheduling;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Logging;

namespace VoldCms.Hosting.Jobs;

/// <summary>The round of <see cref="ScheduledPublishing"/>, with its refusals told.</summary>
internal sealed class ScheduledPublishingJob(ScheduledPublishing scheduling, TenantContext tenant, ILogger<ScheduledPublishingJob> logger)
{
    public const string Name = "scheduled-publishing";

    /// <summary>How late an item may be.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var round = await scheduling.RunAsync(cancellationToken);
        foreach (var (id, error) in round.Refused)
        {
            logger.ScheduledItemRefused(id.Value, tenant.Tenant.Name, error.Message);
        }
    }
}
