using Microsoft.Extensions.Logging;

namespace VoldCms.PublicSite.Theme;

/// <summary>Event ids 3102 to 3199: colours and logos of a tenant that cannot be used; the default stands in.</summary>
internal static partial class ThemeLog
{
    [LoggerMessage(3102, LogLevel.Warning, "Tenant '{Tenant}': {Field} is '{Text}'; expected a colour such as #1f5570.")]
    public static partial void ColorRefused(this ILogger logger, string tenant, string field, string text);

    [LoggerMessage(
        3103,
        LogLevel.Warning,
        "Tenant '{Tenant}': Logo is '{Path}'; expected an SVG or PNG file in the media library, at most {Kilobytes} kB."
    )]
    public static partial void LogoRefused(this ILogger logger, string tenant, string path, int kilobytes);
}
