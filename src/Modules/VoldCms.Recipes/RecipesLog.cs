using Microsoft.Extensions.Logging;

namespace VoldCms.Recipes;

internal static partial class RecipesLog
{
    [LoggerMessage(EventId = 1301, Message = "A recipe says: {Message}")]
    public static partial void RecipeLogged(this ILogger logger, LogLevel level, string message);

    [LoggerMessage(1302, LogLevel.Error, "The tenant {Tenant} could not be set up.")]
    public static partial void TenantSetupFailed(this ILogger logger, string tenant, Exception exception);
}
