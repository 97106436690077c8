using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;

namespace VoldCms.Data.Writing;

/// <inheritdoc cref="IUnitOfWorkFactory"/>
internal sealed class UnitOfWorkFactory(
    TenantContext tenant,
    Database database,
    NameNumbers names,
    TenantConfigurations configurations,
    TimeProvider clock
) : IUnitOfWorkFactory
{
    public async Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken)
    {
        var owner = tenant.Tenant;
        var lease = await database.BeginWriteAsync(owner.Id, cancellationToken);
        return new UnitOfWork(owner, database, lease, names, configurations, clock);
    }
}
