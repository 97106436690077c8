using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.RateLimits;

namespace VoldCms.ContentApi.Http;

/// <summary>How often somebody may ask for what has to be made: what is in memory is given to everybody, uncounted. Singleton.</summary>
internal sealed class RequestRate(RateLimiter limiter)
{
    /// <summary>Counts the request.</summary>
    /// <exception cref="BoundExceededException">Its sender has asked too often.</exception>
    public void Count(HttpContext context)
    {
        var principal = context.RequestServices.GetRequiredService<CurrentPrincipal>().Value;
        if (limiter.Count(principal, SenderCounts.FindSender(context)) is { } wait)
        {
            throw new BoundExceededException(
                StatusCodes.Status429TooManyRequests,
                "api.too-many-requests",
                "Too many requests; wait as long as Retry-After says.",
                wait
            );
        }
    }
}
