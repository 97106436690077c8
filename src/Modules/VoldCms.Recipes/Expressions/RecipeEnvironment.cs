using Microsoft.Extensions.Configuration;

namespace VoldCms.Recipes.Expressions;

/// <summary>What a run offers to the scripts of its recipes. Immutable and thread-safe.</summary>
public sealed class RecipeEnvironment(
    IReadOnlyDictionary<string, string?> parameters,
    IConfiguration configuration,
    string tenantName,
    string urlPrefix
)
{
    private readonly Dictionary<string, string?> _parameters = new(parameters, StringComparer.OrdinalIgnoreCase);

    /// <summary>What <c>getUrlPrefix()</c> gives: <c>/stavanger</c>, or empty.</summary>
    public string UrlPrefix { get; } = urlPrefix;

    /// <summary>What <c>parameters('SiteName')</c> gives; null when the run does not have it.</summary>
    public string? FindParameter(string name) => _parameters.GetValueOrDefault(name);

    /// <summary>What <c>configuration('Section:Key')</c> gives: below <c>OrchardCore:{Tenant}</c>, then below <c>OrchardCore</c>.</summary>
    public string? FindConfiguration(string key) => configuration[$"OrchardCore:{tenantName}:{key}"] ?? configuration[$"OrchardCore:{key}"];
}
