using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Hosting.Tenancy;

/// <summary>Scopes in which the program itself acts in a tenant: commands, jobs and the set-up.</summary>
public static class SystemScopes
{
    /// <summary>Opens a scope whose tenant is the given one and whose principal is the system, who may do everything.</summary>
    public static AsyncServiceScope OpenAsSystem(this IServiceScopeFactory scopes, Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = Principal.System;
        return scope;
    }
}
