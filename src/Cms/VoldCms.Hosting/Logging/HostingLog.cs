using Microsoft.Extensions.Logging;

namespace VoldCms.Hosting.Logging;

/// <summary>Event ids 1000 to 1099. Routes are templates: no line says who asked, or for which page with which filter.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1001, LogLevel.Error, "{Method} {Route} failed.")]
    public static partial void RequestFailed(this ILogger logger, Exception exception, string method, string route);

    [LoggerMessage(1002, LogLevel.Error, "{Method} {Route} failed: the database does not answer: {Reason}")]
    public static partial void DatabaseUnavailable(this ILogger logger, string method, string route, string reason);

    [LoggerMessage(1003, LogLevel.Error, "The job {Job} failed for tenant '{Tenant}'; it is tried again at its next round.")]
    public static partial void JobFailed(this ILogger logger, Exception exception, string job, string tenant);

    [LoggerMessage(1005, LogLevel.Error, "The database cannot be read: {Reason}")]
    public static partial void StoreNotReady(this ILogger logger, string reason);

    [LoggerMessage(1004, LogLevel.Warning, "Item {ContentItemId} of tenant '{Tenant}' was due to be published or archived, but: {Reason}")]
    public static partial void ScheduledItemRefused(this ILogger logger, string contentItemId, string tenant, string reason);

    [LoggerMessage(
        1006,
        LogLevel.Warning,
        "A request came with X-Forwarded-For from an address that VoldCms:Proxies does not name, "
            + "and is taken for that address's own: if it is your proxy, name it, for all its "
            + "visitors count as one. This is told once."
    )]
    public static partial void ProxyNotNamed(this ILogger logger);
}
