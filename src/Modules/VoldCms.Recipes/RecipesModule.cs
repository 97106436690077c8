using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Media;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;
using VoldCms.Recipes.Exporting;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Media;
using VoldCms.Recipes.Reading;
using VoldCms.Recipes.Running;
using VoldCms.Recipes.Steps;
using VoldCms.Recipes.Tenants;

namespace VoldCms.Recipes;

/// <summary>Recipes: reading, checking and running them, and the set-up of tenants by them.</summary>
public sealed class RecipesModule : IModule
{
    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["OrchardCore.Recipes", "OrchardCore.Features", "OrchardCore.Settings"];

    /// <inheritdoc/>
    public ImmutableArray<Permission> Permissions => SitePermissions.All;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSettings<RecipeReadingOptions>("Recipes");
        services.AddKnownSettings(new("Recipes", "Parameters:*"));
        services.AddSingleton<RecipeLibrary>();
        services.AddSingleton<RecipeScriptsFactory>();
        services.AddSingleton(static provider => new TenantLife(provider.GetRequiredService<ITenantStore>()));
        services.AddSingleton<TenantSetup>();
        services.AddSingleton<TenantCreation>();
        services.AddSingleton(static provider => new TenantRemoval(
            provider.GetRequiredService<ITenantStore>(),
            provider.GetRequiredService<IMediaLibrary>()
        ));
        services.AddScoped<IReferenceTargets, MediaReferences>();
        services.AddScoped<StepSet>();
        services.AddScoped(static provider => new TenantExport(
            provider.GetRequiredService<ITenantDocumentReader>(),
            provider.GetRequiredService<ContentReader>(),
            provider.GetRequiredService<TenantContext>(),
            provider.GetRequiredService<IMediaLibrary>()
        ));
        services.AddScoped(static provider => new RecipeRunner(
            provider.GetRequiredService<StepSet>(),
            provider.GetRequiredService<RecipeScriptsFactory>(),
            provider.GetRequiredService<IUnitOfWorkFactory>(),
            provider.GetRequiredService<TenantConfigurations>(),
            provider.GetRequiredService<TenantContext>(),
            provider.GetRequiredService<CurrentPrincipal>(),
            provider.GetRequiredService<ILogger<RecipeRunner>>()
        ));
        AddSteps(services);
    }

    private static void AddSteps(IServiceCollection services)
    {
        services.AddScoped<IRecipeStep, FeatureStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, CustomSettingsStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ReplaceContentDefinitionStep>();
        services.AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, RecipesStep>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<IRecipeStep, TranslationsStep>();
        services.AddScoped<IRecipeStep, IndexProfileStep>();
        services.AddScoped<IRecipeStep, LuceneIndexStep>();
        foreach (var shape in KeptStep.Shapes)
        {
            services.AddScoped<IRecipeStep>(_ => new KeptStep(shape));
        }

        foreach (var (name, reason) in SkippedStep.All)
        {
            services.AddScoped<IRecipeStep>(_ => new SkippedStep(name, reason));
        }
    }
}
