using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VoldCms.Hosting.Addresses;

/// <summary>What may be done with an address that is there to be read.</summary>
public static class RequestMethods
{
    /// <summary>What <c>Allow</c> says of such an address.</summary>
    public const string Reading = "GET, HEAD";

    /// <summary>Whether the request only reads.</summary>
    public static bool IsReading(this HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>405: the address is there, but not for that.</summary>
    /// <param name="response">Has no body yet; the edge gives it one.</param>
    /// <param name="allowed">What may be done, parted by commas.</param>
    public static void RefuseMethod(this HttpResponse response, string allowed = Reading)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = allowed;
    }

    /// <summary>
    /// Maps an address that is there to be read, and refuses what else is tried: left to the framework, a method that the address has not
    /// would go to the next pattern that fits, and a page's pattern with its language in front fits every first segment.
    /// </summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="handler">Answers GET and HEAD.</param>
    public static IEndpointConventionBuilder MapReading(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler)
    {
        endpoints.Map(
            pattern,
            static context =>
            {
                context.Response.RefuseMethod();
                return Task.CompletedTask;
            }
        );
        return endpoints.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);
    }
}
