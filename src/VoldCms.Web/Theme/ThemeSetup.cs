using Microsoft.Extensions.Options;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Errors;

namespace VoldCms.Web.Theme;

/// <summary>The look of the public site.</summary>
internal static class ThemeSetup
{
    public static void AddTheme(this IServiceCollection services)
    {
        services.AddSettings<ExitOptions>(ExitOptions.Section);
        services.AddSingleton<IValidateOptions<ExitOptions>, ExitOptionsCheck>();
        services.AddSingleton<TenantThemes>();
        services.AddSingleton<IComputedAssets, ThemeAssets>();
        services.AddSingleton<IErrorPages, ErrorPages>();
    }
}
