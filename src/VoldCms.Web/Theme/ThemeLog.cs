namespace VoldCms.Web.Theme;

/// <summary>Event ids 3100 to 3199.</summary>
internal static partial class ThemeLog
{
    [LoggerMessage(3101, LogLevel.Warning, "The site '{Site}' has the exit address '{Address}'; expected https and one of the hosts {Hosts}. The default stands in.")]
    public static partial void ExitRefused(this ILogger logger, string site, string address, string hosts);
}
