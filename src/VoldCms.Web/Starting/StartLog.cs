namespace VoldCms.Web.Starting;

/// <summary>Event ids 3000 to 3099.</summary>
internal static partial class StartLog
{
    [LoggerMessage(3001, LogLevel.Error, "The set-up of tenants was cut off; the next start goes on.")]
    public static partial void SetUpCutOff(this ILogger logger, Exception exception);
}
