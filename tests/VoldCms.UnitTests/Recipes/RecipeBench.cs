using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Media;
using VoldCms.Hosting.Modules;
using VoldCms.Hosting.Tenancy;
using VoldCms.Recipes;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Reading;
using VoldCms.Recipes.Running;

namespace VoldCms.UnitTests.Recipes;

/// <summary>Runs recipes written in tests, in a folder of their own and a tenant in memory.</summary>
internal sealed class RecipeBench : IDisposable
{
    private const int MaximumBytes = 64 * 1024 * 1024;

    private readonly ServiceProvider _services;

    public RecipeBench(string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("recipes-").FullName;
        OwnsFolder = folder is null;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Configuration).Build());
        services.AddLogging();
        services.AddContentManagement();
        services.AddModules(new RecipesModule());
        services.AddDataDirectory(new(Path.Combine(Folder, "data")));
        services.AddSingleton<IUnitOfWorkFactory>(Tenant);
        services.AddSingleton<ITenantDocumentReader>(Tenant);
        services.AddSingleton<ITenantStore>(Tenant);
        services.AddSingleton(TenantDeclarations.Read(new ConfigurationBuilder().Build()));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static Dictionary<string, string?> Configuration { get; } =
        new()
        {
            ["OrchardCore:OrchardCore_Admin:AdminUrlPrefix"] = "styring",
            ["OrchardCore:prøve:Own"] = "the tenant's",
            ["OrchardCore:Own"] = "everybody's",
            ["Recipes:Parameters:AdminUsername"] = "kari",
        };

    public string Folder { get; }

    public MemoryTenant Tenant { get; } = new();

    private bool OwnsFolder { get; }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Runs one step given as JSON members, such as <c>"name": "settings", "SiteName": "x"</c>.</summary>
    public Task<Outcome> RunStepAsync(string members, string variables = "", RecipeRunMode? mode = null) =>
        RunAsync($$"""{ "name": "R", "variables": { {{variables}} }, "steps": [ { {{members}} } ] }""", mode);

    public Task<Outcome> RunAsync(string recipe, RecipeRunMode? mode = null) => RunFileAsync(Write("r.recipe.json", recipe), mode);

    public async Task<Outcome> RunFileAsync(string path, RecipeRunMode? mode = null)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Tenant.Tenant);
        if (!RecipeReader.Read(RecipeSource.OfFile(path), MaximumBytes).TryGet(out var recipe, out var error))
        {
            return new([error.Message], [], null);
        }

        var library = _services.GetRequiredService<RecipeLibrary>();
        var run = new RecipeRun(
            recipe,
            RecipeCatalog.Harvest(RecipeCatalog.FilesOf(Path.GetDirectoryName(path)!), [], MaximumBytes),
            library.EnvironmentOf(Tenant.Tenant),
            mode ?? new()
        );
        var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(run, CancellationToken.None);
        return new(report.Faults, [.. report.Warnings], report);
    }

    public void Dispose()
    {
        _services.Dispose();
        if (OwnsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>What a run told.</summary>
    internal sealed record Outcome(IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings, RecipeReport? Report);
}
