using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VoldCms.Hosting.Assets;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Errors;
using VoldCms.Hosting.Modules;
using VoldCms.PublicSite.Errors;
using VoldCms.PublicSite.QuickExit;
using VoldCms.PublicSite.SearchEngines;
using VoldCms.PublicSite.SecurityTxt;
using VoldCms.PublicSite.Theme;
using VoldCms.PublicSite.TrialSites;

namespace VoldCms.PublicSite;

/// <summary>
/// What every public page has around it, the front pages, and what search engines are told. What fills them comes from other modules.
/// </summary>
public sealed class PublicSiteModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSettings<ExitOptions>(ExitOptions.Section);
        services.AddSingleton<IValidateOptions<ExitOptions>, ExitOptionsCheck>();
        services.AddSingleton<ExitAddresses>();
        services.AddSingleton<TenantThemes>();
        services.AddSingleton<IComputedAssets, ThemeAssets>();
        services.AddSingleton<IErrorPages, ErrorPages>();
        services.AddSingleton<IStartupFilter, TrialHeader>();
        services.AddSettings<SecurityContactOptions>(SecurityContactOptions.Section);
        services.AddSingleton<IValidateOptions<SecurityContactOptions>, SecurityContactOptionsCheck>();
        services.AddSingleton<SecurityContact>();
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSearchEngines();
        endpoints.MapSecurityTxt();
    }
}
