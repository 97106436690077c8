using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>The terms of a taxonomy, those of every level: each before its child terms.</summary>
public static class TaxonomyTerms
{
    /// <summary>The terms as items; those without a usable envelope are passed over, their child terms are not.</summary>
    /// <param name="taxonomy">An item with a TaxonomyPart; any other has none.</param>
    public static IEnumerable<ContentItem> Of(ContentItem taxonomy) =>
        StoredIn(taxonomy).Select(ContentItemJson.ReadContained).OfType<ContentItem>();

    /// <summary>The terms as they are stored.</summary>
    internal static IEnumerable<JsonObject> StoredIn(ContentItem taxonomy) =>
        Below(taxonomy.FindPart(PartNames.Taxonomy)?[ContentTree.ChildTerms]);

    private static IEnumerable<JsonObject> Below(JsonNode? list) =>
        list is JsonArray terms ? terms.OfType<JsonObject>().SelectMany(term => Below(term[ContentTree.ChildTerms]).Prepend(term)) : [];
}
