using Microsoft.AspNetCore.Mvc.Filters;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Users.Door;

/// <summary>A page of the door that is about one tenant. For whoever is no member there it is not there.</summary>
internal abstract class TenantPage : DoorPage
{
    /// <summary>Whose people and content it is about.</summary>
    public Tenant Tenant => Service<TenantContext>().Tenant;

    /// <summary>What people call it.</summary>
    public string TenantName => Configuration.Settings.SiteName is { Length: > 0 } name ? name : Tenant.Name;

    /// <summary>The person, in her roles here.</summary>
    protected Principal Principal => Service<CurrentPrincipal>().Value;

    /// <summary>The tenant's settings and roles.</summary>
    protected TenantConfiguration Configuration { get; private set; } = null!;

    /// <inheritdoc/>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                if (Principal.Kind != PrincipalKind.User)
                {
                    context.Result = NotFound();
                    return null!;
                }

                Configuration = (await Service<TenantConfigurations>().GetRecentAsync(Tenant.Id, Stop)).Configuration;
                return await next();
            }
        );

    protected bool Allows(Permission permission) => new Authorizer(Configuration.Roles).Allows(Principal, permission);
}
