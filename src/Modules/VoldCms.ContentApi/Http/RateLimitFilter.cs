using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentApi.Http;

/// <summary>Answers 429 when a sender asks too often. Stateless.</summary>
internal sealed class RateLimitFilter(RateLimiter limiter, IOptions<ContentApiOptions> options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var principal = http.RequestServices.GetRequiredService<CurrentPrincipal>().Value;
        if (limiter.Count(principal, SenderOf(http)) is not { } wait)
        {
            return next(context);
        }

        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.FromResult<object?>(TypedResults.Problem(
            "Too many requests; wait as long as Retry-After says.", statusCode: StatusCodes.Status429TooManyRequests, type: "urn:voldcms:api.too-many-requests"));
    }

    /// <summary>
    /// The address that counts: the connection's, or behind a proxy of ours the one that the proxy has written last. Null for this machine asking
    /// itself.
    /// </summary>
    private IPAddress? SenderOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        var isLocal = address is null || IPAddress.IsLoopback(address);
        if (!isLocal && !options.Value.Proxies.Any(proxy => IPAddress.TryParse(proxy, out var known) && known.Equals(address!.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)))
        {
            return address;
        }

        var forwarded = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPAddress.TryParse(forwarded, out var sender) ? sender : isLocal ? null : address;
    }
}
