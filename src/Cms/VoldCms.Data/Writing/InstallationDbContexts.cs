using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;

namespace VoldCms.Data.Writing;

/// <inheritdoc cref="IInstallationDbContexts"/>
internal sealed class InstallationDbContexts(Database database) : IInstallationDbContexts
{
    private static readonly TenantId s_nobody = new(0);

    public CmsDbContext Create() => database.CreateContext(s_nobody);

    public async Task<IInstallationWork> BeginAsync(CancellationToken cancellationToken)
    {
        var lease = await database.BeginWriteAsync(s_nobody, cancellationToken);
        var context = database.CreateContext(s_nobody, lease.Session.Connection);
        context.Database.UseTransaction(lease.Transaction);
        return new Work(database, lease, context);
    }

    private sealed class Work(Database database, WriteLease lease, CmsDbContext context) : IInstallationWork
    {
        public CmsDbContext Context => context;

        public async Task CommitAsync(CancellationToken cancellationToken)
        {
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                await lease.CommitAsync(cancellationToken);
            }
            catch (Exception failure) when (database.Explain(failure) is { } explained)
            {
                throw explained;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await context.DisposeAsync();
            await lease.DisposeAsync();
        }
    }
}
