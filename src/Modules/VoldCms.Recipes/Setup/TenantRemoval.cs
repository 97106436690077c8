using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Recipes.Setup;

/// <summary>Takes a tenant away whole: what is in the database in one transaction, then its files. Singleton.</summary>
public sealed class TenantRemoval
{
    private readonly ITenantStore _tenants;
    private readonly DataDirectory _data;

    internal TenantRemoval(ITenantStore tenants, DataDirectory data) => (_tenants, _data) = (tenants, data);

    /// <summary>
    /// Removes the tenant. Cut off between the two, the files stay where nobody is led to; a tenant of the same name finds them.
    /// </summary>
    public async Task RunAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await _tenants.RemoveAsync(tenant.Id, cancellationToken);
        var files = _data.MediaLibrary(tenant.Name);
        if (Directory.Exists(files))
        {
            Directory.Delete(files, recursive: true);
        }
    }
}
