using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Addresses;

/// <summary>
/// The address that a reader has asked at, where the request has been given another spelling of it on its way in. Nobody is sent on before
/// it is known where the page is at last: whoever knows that compares the two, so that there is never more than one step to it.
/// </summary>
public static class AskedAddress
{
    /// <summary>Base and path as they came, not escaped.</summary>
    public static PathString Of(HttpContext context) =>
        context.Features.Get<Kept>()?.Path ?? context.Request.PathBase + context.Request.Path;

    /// <summary>
    /// Sends the reader on, with her question, unless the address that she has asked at is the one where it is.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="href">Where it is: an address of this site, escaped, without a question.</param>
    /// <param name="permanent">301, else 302.</param>
    /// <returns>Whether she is sent on, and nothing is left to be done.</returns>
    public static bool TrySendOn(HttpContext context, string href, bool permanent)
    {
        if (Of(context).ToUriComponent() == href)
        {
            return false;
        }

        context.SendOn(href, permanent);
        return true;
    }

    /// <summary>Gives the request another spelling of its path.</summary>
    /// <param name="context">The request.</param>
    /// <param name="asked">As it came: see <see cref="Of"/>.</param>
    /// <param name="path">What it is read as, below the request's base.</param>
    internal static void Respell(HttpContext context, PathString asked, PathString path)
    {
        context.Request.Path = path;
        if (asked.Value != (context.Request.PathBase + path).Value)
        {
            context.Features.Set(new Kept(asked));
        }
    }

    private sealed record Kept(PathString Path);
}
