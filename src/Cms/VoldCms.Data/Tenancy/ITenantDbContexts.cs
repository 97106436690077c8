using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Model;

namespace VoldCms.Data.Tenancy;

/// <summary>Leases contexts for the tables that modules contribute. Scoped; the lease belongs to the caller, who disposes it.</summary>
public interface ITenantDbContexts
{
    /// <summary>A context of the scope's tenant on a connection of its own.</summary>
    /// <exception cref="InvalidOperationException">The scope has no tenant.</exception>
    CmsDbContext Create();

    /// <summary>
    /// A context in the transaction of a unit of work: what it saves is committed with it and counts as a change of the tenant.
    /// </summary>
    CmsDbContext Create(IUnitOfWork work);
}
