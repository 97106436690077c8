using System.Net;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.RateLimits;

namespace VoldCms.ContentApi.Http;

/// <summary>Counts the requests of each sender in a minute. Singleton, thread-safe.</summary>
internal sealed class RateLimiter(TimeProvider clock, IOptions<ContentApiOptions> options)
{
    private readonly SenderCounts _counts = new(clock);

    /// <summary>Counts a request.</summary>
    /// <param name="principal">Who sends it; somebody who is known is counted by that, wherever from.</param>
    /// <param name="address">Where a visitor's request comes from; null where the connection has none; it is not counted.</param>
    /// <returns>Null when it may be answered; else how long to wait.</returns>
    public TimeSpan? Count(Principal principal, IPAddress? address) =>
        principal.Kind != PrincipalKind.Anonymous ? _counts.Count($"{principal.Kind}:{principal.Id}", options.Value.KeyRequestsPerMinute)
        : address is null ? null
        : _counts.Count(address, options.Value.RequestsPerMinute);
}
