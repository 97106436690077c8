using Microsoft.Extensions.Logging;

namespace VoldCms.Users.ApiKeys;

/// <summary>Events 1600 to 1699.</summary>
internal static partial class ApiKeyLog
{
    [LoggerMessage(
        1600,
        LogLevel.Warning,
        "That the API key {KeyId} was used could not be written down; it is tried again at its next use."
    )]
    public static partial void UseNotWritten(this ILogger logger, Exception failure, string keyId);
}
