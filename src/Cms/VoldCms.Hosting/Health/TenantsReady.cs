using Microsoft.Extensions.Diagnostics.HealthChecks;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Health;

/// <summary>
/// Not ready while the declared tenants are being set up at the start. After that the installation is ready whatever became of a
/// single tenant: its trouble is named, a line each, and makes the answer <c>Degraded</c>; the others are served.
/// </summary>
internal sealed class TenantsReady(ITenantStore store, TenantDeclarations declarations, TextCatalog texts, SetUpPass pass) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var tenants = await store.ListAsync(cancellationToken);
        var missing = declarations
            .All.Where(declared => !tenants.Any(tenant => tenant.Name.Equals(declared.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(declared => declared.Name)
            .ToList();
        if (!pass.IsOver && (missing.Count > 0 || tenants.Any(tenant => IsUnfinished(tenant) && declarations.Names(tenant.Name))))
        {
            return HealthCheckResult.Unhealthy("Tenants are being set up.");
        }

        string[] troubles =
        [
            .. missing.Select(name => $"{name}: is not set up."),
            .. tenants.Where(IsUnfinished).Select(tenant => $"{tenant.Name}: its set-up is not finished; the next start goes on with it."),
            .. tenants.Where(tenant => tenant.State == TenantState.Invalid).Select(tenant => $"{tenant.Name}: its recipe was refused."),
            .. tenants.Where(HasSkippedTexts).Select(tenant => $"{tenant.Name}: a file of its texts is passed over."),
        ];
        return troubles.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join('\n', troubles));
    }

    private static bool IsUnfinished(Tenant tenant) => tenant.State is TenantState.Uninitialized or TenantState.Initializing;

    private bool HasSkippedTexts(Tenant tenant) =>
        texts.Skipped.Any(file => file.Tenant.Equals(tenant.Name, StringComparison.OrdinalIgnoreCase));
}
