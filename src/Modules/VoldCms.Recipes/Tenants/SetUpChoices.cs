using System.Collections.Immutable;
using System.Text.Json;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.Recipes.Tenants;

/// <summary>
/// What whoever made a tenant chose for its set-up: kept with the tenant from its first moment, so that a set-up that was cut off
/// goes on with it, and a recipe that runs later calls the site the same.
/// </summary>
/// <param name="SiteName">What <c>parameters('SiteName')</c> gives; null for the tenant's name.</param>
/// <param name="RecipeFile">The absolute path of a recipe given as a file; null for one given by name.</param>
public sealed record SetUpChoices(string? SiteName, string? RecipeFile)
{
    private const string DocumentName = "SetUp";

    /// <summary>Nothing chosen.</summary>
    public static SetUpChoices None { get; } = new(null, null);

    /// <summary>What is kept with a tenant.</summary>
    public static SetUpChoices Of(TenantDocumentSet documents) =>
        documents.Documents.TryGetValue(DocumentName, out var json) ? JsonSerializer.Deserialize<SetUpChoices>(json) ?? None : None;

    internal ImmutableDictionary<string, string> ToDocuments() =>
        this == None
            ? ImmutableDictionary<string, string>.Empty
            : ImmutableDictionary<string, string>.Empty.Add(DocumentName, JsonSerializer.Serialize(this));
}
