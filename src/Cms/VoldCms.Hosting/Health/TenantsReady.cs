using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Hosting.Health;

/// <summary>
/// Ready when the database answers and every declared tenant has been set up. A tenant whose recipe was refused makes the
/// answer <c>Degraded</c>: the others are served.
/// </summary>
internal sealed class TenantsReady(ITenantStore store, TenantDeclarations declarations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var tenants = await store.ListAsync(cancellationToken);
        var waiting = declarations.All.Any(declared => tenants.All(tenant => !tenant.Name.Equals(declared.Name, StringComparison.OrdinalIgnoreCase)))
            || tenants.Any(tenant => tenant.State is TenantState.Uninitialized or TenantState.Initializing);
        return waiting ? HealthCheckResult.Unhealthy("A tenant is being set up.")
            : tenants.Any(tenant => tenant.State == TenantState.Invalid) ? HealthCheckResult.Degraded("The recipe of a tenant was refused.")
            : HealthCheckResult.Healthy();
    }
}
