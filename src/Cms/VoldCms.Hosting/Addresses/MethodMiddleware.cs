using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// What no address of ours knows is refused wherever it is tried: TRACE, CONNECT and whatever else a client can spell. Each address
/// refuses the known methods that are not its own by itself; the health checks of the framework do not, and are helped here.
/// </summary>
internal sealed class MethodMiddleware(RequestDelegate next)
{
    private static readonly PathString s_health = new("/health");

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(s_health) && !context.Request.IsReading())
        {
            context.Response.RefuseMethod();
            return;
        }

        await next(context);
        var response = context.Response;
        var isElsewhere = response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status503ServiceUnavailable;
        if (isElsewhere && !response.HasStarted && !IsKnown(context.Request.Method))
        {
            response.RefuseMethod();
        }
    }

    private static bool IsKnown(string method) =>
        HttpMethods.IsGet(method)
        || HttpMethods.IsHead(method)
        || HttpMethods.IsPost(method)
        || HttpMethods.IsPut(method)
        || HttpMethods.IsPatch(method)
        || HttpMethods.IsDelete(method)
        || HttpMethods.IsOptions(method);
}
