using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Tenancy;

/// <inheritdoc cref="IJobLeases"/>
internal sealed class JobLeases(Database database, TimeProvider clock) : IJobLeases
{
    // Leases belong to the installation; writers of no tenant queue apart from those of tenants.
    private static readonly TenantId s_nobody = new(0);

    public async Task<bool> TryTakeAsync(string job, string node, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var lease = await database.BeginWriteAsync(s_nobody, cancellationToken);
        var taken = await lease.Session.ExecuteAsync(
            JobSql.Take,
            cancellationToken,
            new("job", job),
            new("node", node),
            new("until", (now + duration).UtcTicks),
            new("now", now.UtcTicks)
        );
        await lease.CommitAsync(cancellationToken);
        return taken > 0;
    }

    public async Task ReleaseAsync(string job, string node, CancellationToken cancellationToken)
    {
        await using var lease = await database.BeginWriteAsync(s_nobody, cancellationToken);
        await lease.Session.ExecuteAsync(JobSql.Release, cancellationToken, new("job", job), new("node", node));
        await lease.CommitAsync(cancellationToken);
    }
}
