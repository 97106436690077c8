using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Modules;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Harvesting;

/// <summary>
/// The recipes of this installation: the configured folders' and the modules'. Read anew each time, so an edited file counts at
/// once. Singleton, thread-safe.
/// </summary>
public sealed class RecipeLibrary(IOptions<RecipeReadingOptions> options, ModuleCatalog modules, IConfiguration configuration)
{
    /// <summary>All recipes that can be named.</summary>
    public RecipeCatalog Harvest() => RecipeCatalog.Harvest(null, Common(), options.Value.MaximumBytes);

    /// <summary>All recipes that can be named from a recipe given as a file: those beside it come first.</summary>
    public RecipeCatalog HarvestBeside(string file) =>
        RecipeCatalog.Harvest(RecipeCatalog.FilesOf(Path.GetDirectoryName(Path.GetFullPath(file))!), Common(), options.Value.MaximumBytes);

    /// <summary>Reads a recipe given as a file, whatever it is called.</summary>
    public Result<RecipeDocument> ReadFile(string file) => RecipeReader.Read(RecipeSource.OfFile(file), options.Value.MaximumBytes);

    /// <summary>
    /// What the scripts of a tenant's recipes may ask for: the section <c>Recipes:Parameters</c>, and <c>SiteName</c> and
    /// <c>SiteTimeZone</c> where it does not say otherwise.
    /// </summary>
    public RecipeEnvironment EnvironmentOf(Tenant tenant, string? siteName = null)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["SiteName"] = string.IsNullOrWhiteSpace(siteName) ? tenant.Name : siteName.Trim(),
            ["SiteTimeZone"] = "Europe/Oslo",
        };
        foreach (var parameter in configuration.GetSection("Recipes:Parameters").GetChildren())
        {
            parameters[parameter.Key] = parameter.Value;
        }

        return new(parameters, configuration, tenant.Name, tenant.RequestUrlPrefix is { } prefix ? $"/{prefix}" : "");
    }

    private IEnumerable<RecipeSource> Common() =>
        [
            .. options
                .Value.Directories.DefaultIfEmpty(Path.Combine(AppContext.BaseDirectory, "recipes"))
                .SelectMany(RecipeCatalog.FilesOf),
            .. modules.Recipes.Select(RecipeSource.OfResource),
        ];
}
