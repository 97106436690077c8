using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Recipes.Tenants;

/// <summary>Takes a tenant away whole: what is in the database in one transaction, then its files. Singleton.</summary>
public sealed class TenantRemoval
{
    private readonly ITenantStore _tenants;
    private readonly IMediaLibrary _library;

    internal TenantRemoval(ITenantStore tenants, IMediaLibrary library) => (_tenants, _library) = (tenants, library);

    /// <summary>
    /// Removes the tenant. Cut off between the two, the files stay where nobody is led to; a tenant of the same name finds them.
    /// </summary>
    public async Task RunAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await _tenants.RemoveAsync(tenant.Id, cancellationToken);
        _library.RemoveAll(tenant);
    }
}
