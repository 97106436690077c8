using Microsoft.Extensions.Logging;

namespace VoldCms.PublicSite.QuickExit;

/// <summary>Event id 3101: a tenant's way out that cannot be used; the default stands in.</summary>
internal static partial class ExitLog
{
    [LoggerMessage(3101, LogLevel.Warning, "Tenant '{Tenant}': ExitAddress is '{Address}'; expected https and one of the hosts {Hosts}.")]
    public static partial void ExitRefused(this ILogger logger, string tenant, string address, string hosts);
}
