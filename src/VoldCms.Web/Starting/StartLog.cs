namespace VoldCms.Web.Starting;

/// <summary>Event ids 3000 to 3099.</summary>
internal static partial class StartLog
{
    [LoggerMessage(3001, LogLevel.Error, "The set-up of tenants was cut off; the next start goes on.")]
    public static partial void SetUpCutOff(this ILogger logger, Exception exception);

    [LoggerMessage(3002, LogLevel.Error, "A file of texts of the tenant '{Tenant}' is passed over: {Problem}")]
    public static partial void TextsSkipped(this ILogger logger, string tenant, string problem);

    [LoggerMessage(
        3003,
        LogLevel.Warning,
        "Others on this machine may use '{Path}', where keys and hashes of passwords lie; expected mode 700."
    )]
    public static partial void OpenToOthers(this ILogger logger, string path);

    [LoggerMessage(
        3004,
        LogLevel.Information,
        "Nobody may sign in yet: `user invite ADDRESS --tenant NAME` makes the first administrator."
    )]
    public static partial void NobodyMaySignIn(this ILogger logger);
}
