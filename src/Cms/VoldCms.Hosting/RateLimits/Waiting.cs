using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.RateLimits;

/// <summary>How those who have to wait are told for how long.</summary>
public static class Waiting
{
    /// <summary>Sets <c>Retry-After</c>, in whole seconds.</summary>
    public static void RetryAfter(this HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
