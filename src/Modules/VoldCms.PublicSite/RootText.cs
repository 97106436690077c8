using Microsoft.AspNetCore.Http;

namespace VoldCms.PublicSite;

/// <summary>A text that programs ask for at the root of a host: below a prefix nobody asks for it, and it is not there.</summary>
internal static class RootText
{
    /// <param name="context">The request.</param>
    /// <param name="find">The text; null where there is none.</param>
    public static IResult Answer(HttpContext context, Func<string?> find) =>
        !context.Request.PathBase.HasValue && find() is { } text
            ? TypedResults.Text(text, "text/plain; charset=utf-8")
            : TypedResults.NotFound();
}
