using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// The constraint of <c>{culture:front}</c>, with which the page of the installation's own front is routed: it holds there, and not inside
/// a tenant, where a first segment may be one of the reserved words.
/// </summary>
internal sealed class FrontRouteConstraint : IRouteConstraint
{
    public const string Name = "front";

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => httpContext?.RequestServices.GetRequiredService<Site>() is { IsKnown: true, Tenant: null };
}
