using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// Behind routing: whoever reads a page at another spelling of its address than its own is sent there. Routes ignore case, and have one
/// spelling, the small letters. Items' addresses have letters of their own, and are the items' affair (<see cref="SpelledByItem"/>).
/// </summary>
internal sealed class SpellingMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var isPage =
            context.Request.IsReading() && context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<SpelledByItem>() is null;
        return isPage && AskedAddress.TrySendOn(context, FindSpelling(context.Request), permanent: true)
            ? Task.CompletedTask
            : next(context);
    }

    // The language has its own spelling, and had it before the route was looked for; what has none is the programs', and stays as it is.
    private static string FindSpelling(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var below = path.IndexOf('/', 1);
        var spelling = below > 0 && request.RouteValues.ContainsKey("culture") ? path[..below] + path[below..].ToLowerInvariant() : path;
        return (request.PathBase + new PathString(spelling)).ToUriComponent();
    }
}

/// <summary>Metadata of an endpoint that sends its readers on by itself.</summary>
public sealed class SpelledByItem;
