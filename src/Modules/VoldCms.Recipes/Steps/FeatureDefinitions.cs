using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// The content types that Orchard Core's features define when they are enabled, and that its recipes take for granted; in
/// <c>FeatureDefinitions.json</c>, by feature id.
/// </summary>
internal static class FeatureDefinitions
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_byFeature = new(Load);

    /// <summary>A new tree in the shape of a <c>ContentDefinition</c> step; null for a feature that defines nothing.</summary>
    public static JsonObject? Find(string feature) =>
        s_byFeature.Value.TryGetValue(feature, out var json) ? (JsonObject)JsonNode.Parse(json)! : null;

    private static FrozenDictionary<string, string> Load()
    {
        using var stream =
            typeof(FeatureDefinitions).Assembly.GetManifestResourceStream("VoldCms.Recipes.Steps.FeatureDefinitions.json")
            ?? throw new InvalidOperationException("FeatureDefinitions.json is not embedded.");
        return ((JsonObject)JsonNode.Parse(stream)!).ToFrozenDictionary(
            feature => feature.Key,
            feature => feature.Value!.ToJsonString(),
            StringComparer.OrdinalIgnoreCase
        );
    }
}
