using Microsoft.Extensions.Logging;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>Events 1500 to 1599.</summary>
internal static partial class ContentApiLog
{
    [LoggerMessage(1500, LogLevel.Error, "A field of the API could not be resolved: {Path}.")]
    public static partial void FieldFailed(this ILogger logger, Exception failure, string path);
}
