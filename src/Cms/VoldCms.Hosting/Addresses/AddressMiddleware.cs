using System.Text;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// One page, one address: a path with empty segments, or with letters that are put together of several characters where Unicode has one
/// (NFD), is read as the path without. The rest hangs on tenant and language, and who reads is sent on when all of it is known
/// (<see cref="AskedAddress"/>).
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

        if (canonical != path)
        {
            AskedAddress.Respell(context, request.PathBase + request.Path, new PathString(canonical));
        }

        return next(context);
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
