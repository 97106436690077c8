using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;

namespace VoldCms.Data.Writing;

/// <inheritdoc cref="ITenantDbContexts"/>
internal sealed class TenantDbContexts(TenantContext tenant, Database database) : ITenantDbContexts
{
    public CmsDbContext Create() => database.CreateContext(tenant.Id);

    public CmsDbContext Create(IUnitOfWork work) =>
        work is UnitOfWork own ? own.CreateContext() : throw new ArgumentException("The unit of work is not of this store.", nameof(work));
}
