using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// The constraint of <c>{culture:site}</c>, with which every page of a tenant's site begins its route: it holds inside a
/// tenant, where the middleware has found the language already, and not on the installation's own front.
/// </summary>
internal sealed class SiteRouteConstraint : IRouteConstraint
{
    public const string Name = "site";

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) =>
        httpContext?.RequestServices.GetRequiredService<Site>() is { IsKnown: true, Tenant: not null } site
        && string.Equals(values[routeKey] as string, site.Culture.Name, StringComparison.OrdinalIgnoreCase);
}
