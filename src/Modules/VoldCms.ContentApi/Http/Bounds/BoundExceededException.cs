using Microsoft.AspNetCore.Http;
using VoldCms.Hosting.Errors;
using VoldCms.Hosting.RateLimits;

namespace VoldCms.ContentApi.Http;

/// <summary>
/// A request that is not answered because of what it asks, or because of what others ask at the same time. <see cref="BoundsFilter"/>
/// tells the client.
/// </summary>
/// <param name="status">Of HTTP.</param>
/// <param name="code">The stable name of the bound, after <c>urn:voldcms:</c>.</param>
/// <param name="message">Which bound it is, and what would pass.</param>
/// <param name="retryAfter">When the same request may be answered; null when never.</param>
internal sealed class BoundExceededException(int status, string code, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>The answer: a problem (RFC 9457).</summary>
    public IResult ToProblem(HttpContext context)
    {
        if (retryAfter is { } wait)
        {
            context.Response.RetryAfter(wait);
        }

        return new ProblemResult(status, code, Message);
    }
}
