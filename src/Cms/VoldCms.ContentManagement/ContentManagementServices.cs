using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Scheduling;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement;

/// <summary>Registers the engine; the stores that it asks for come from elsewhere.</summary>
public static class ContentManagementServices
{
    /// <summary>
    /// Registers the actions, the reader and validation, and the system's clock where there is none; stores are registered by others.
    /// </summary>
    public static IServiceCollection AddContentManagement(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TenantConfigurations>();
        services.AddSingleton<ItemRules>();
        services.AddScoped<References>();
        services.AddScoped<TenantContext>();
        services.AddScoped<CurrentPrincipal>();
        services.AddScoped<ContentReader>();
        services.AddScoped<VisiblePicks>();
        services.AddSingleton<ComputationCatalog>();
        services.AddScoped<Computations>();
        services.AddScoped<GivenValues>();
        services.AddScoped<SaveDraft>();
        services.AddScoped<SaveAndPublish>();
        services.AddScoped<Publish>();
        services.AddScoped<Unpublish>();
        services.AddScoped<DiscardDraft>();
        services.AddScoped<Remove>();
        services.AddScoped<Restore>();
        services.AddScoped<Clone>();
        services.AddScoped<ImportContent>();
        services.AddScoped<ChangeDefinitions>();
        services.AddScoped<ChangeSettings>();
        services.AddScoped<ChangeRoles>();
        services.AddScoped<ScheduledPublishing>();
        return services;
    }
}
