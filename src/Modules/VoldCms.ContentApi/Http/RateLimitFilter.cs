using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.Errors;
using VoldCms.Hosting.Limits;

namespace VoldCms.ContentApi.Http;

/// <summary>Answers 429 when a sender asks too often. Stateless.</summary>
internal sealed class RateLimitFilter(RateLimiter limiter) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var principal = http.RequestServices.GetRequiredService<CurrentPrincipal>().Value;
        if (limiter.Count(principal, SenderCounts.FindSender(http)) is not { } wait)
        {
            return next(context);
        }

        http.Response.RetryAfter(wait);
        return ValueTask.FromResult<object?>(new ProblemResult(
            StatusCodes.Status429TooManyRequests, "api.too-many-requests", "Too many requests; wait as long as Retry-After says."));
    }
}
