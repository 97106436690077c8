using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Admin;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.Door;

/// <summary>The ways to the door from elsewhere: <c>/{tenant}/admin</c>, other hosts.</summary>
internal static class DoorRoutes
{
    /// <summary>Maps what no page of the door answers: it leads there.</summary>
    public static void MapDoor(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapReading(
            "/admin/{**rest}",
            static (HttpContext context, DoorOrigin origin) =>
                FindDoor(context, origin) is { } door ? Results.Redirect(door) : Results.StatusCode(StatusCodes.Status404NotFound)
        );

    /// <summary>Where on the door's origin what was asked for is; null where it is there already, or there is no door.</summary>
    public static string? FindDoor(HttpContext context, DoorOrigin origin)
    {
        var request = context.Request;
        var tenant = context.RequestServices.GetRequiredService<Site>().Tenant;
        var isHere = origin.IsHere(request);
        if ((tenant is null && isHere) || (origin.Configured is null && !isHere) || origin.IsOnlyByOtherScheme(request))
        {
            return null;
        }

        // What lies below a tenant's own address lies below its name there. Links are the installation's.
        var path = request.Path.Value ?? "";
        if (tenant is not null)
        {
            if (!request.Path.StartsWithSegments(DoorAddresses.Home, out var rest))
            {
                return null;
            }

            path = $"{AdminAddresses.Root}/{tenant.Name}{rest.Value}";
        }

        return $"{origin.Configured}{new PathString(path).ToUriComponent()}{request.QueryString.ToUriComponent()}";
    }
}
