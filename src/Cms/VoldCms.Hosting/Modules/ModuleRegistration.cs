using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Hosting.Modules;

/// <summary>The host's list of modules, registered and mapped.</summary>
public static class ModuleRegistration
{
    /// <summary>Adds the modules' services and the <see cref="ModuleCatalog"/>.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="modules">In order.</param>
    public static ModuleCatalog AddModules(this IServiceCollection services, params ReadOnlySpan<IModule> modules)
    {
        var catalog = new ModuleCatalog([.. modules]);
        services.AddSingleton(catalog);
        foreach (var module in catalog.Modules)
        {
            module.AddServices(services);
        }

        return catalog;
    }

    /// <summary>Maps every module's endpoints.</summary>
    public static void MapModules(this IEndpointRouteBuilder endpoints)
    {
        foreach (var module in endpoints.ServiceProvider.GetRequiredService<ModuleCatalog>().Modules)
        {
            module.MapEndpoints(endpoints);
        }
    }
}
