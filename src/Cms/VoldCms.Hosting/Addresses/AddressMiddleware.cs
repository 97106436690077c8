using System.Text;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// One page, one address: whoever reads at a path with empty segments, or with letters that are put together of several characters where
/// Unicode has one (NFD), is sent on to the path without. The rest, which hangs on tenant and language, is the tenants' middleware's.
/// </summary>
internal sealed class AddressMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        if (!request.IsReading() || path.Length <= 1)
        {
            return next(context);
        }

        if (FindCanonical(path) is not { } canonical)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (canonical == path)
        {
            return next(context);
        }

        context.SendOn((request.PathBase + new PathString(canonical)).ToUriComponent(), permanent: true);
        return Task.CompletedTask;
    }

    /// <summary>Null for what is no text: half a surrogate pair, or what Unicode says is no character.</summary>
    internal static string? FindCanonical(string path)
    {
        var isFolder = path.EndsWith('/');
        var canonical = path.Contains("//", StringComparison.Ordinal)
            ? $"/{string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries))}"
            : path;
        if (isFolder && !canonical.EndsWith('/'))
        {
            canonical += '/';
        }

        try
        {
            return canonical.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
