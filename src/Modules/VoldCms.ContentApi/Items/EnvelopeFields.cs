using VoldCms.ContentApi.Requests;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.GraphQL.Execution;
using VoldCms.GraphQL.Types;

namespace VoldCms.ContentApi.Items;

/// <summary>The fields that every content item has.</summary>
internal static class EnvelopeFields
{
    private static readonly HashSet<string> s_envelope = new(Envelope().Select(field => field.Name), StringComparer.Ordinal)
    {
        "__typename",
    };

    public static IEnumerable<FieldDefinition> Envelope() =>
        [
            Of("contentItemId", ScalarType.String, item => item.ContentItemId.Value),
            // What lies in another has no version of its own.
            Of("contentItemVersionId", ScalarType.String, item => item.ContentItemVersionId.Value is { Length: > 0 } id ? id : null),
            Of("contentType", ScalarType.String, item => item.ContentType),
            Of("displayText", ScalarType.String, item => item.DisplayText),
            Of("published", ScalarType.Boolean.NonNull(), item => item.Published),
            Of("latest", ScalarType.Boolean.NonNull(), item => item.Latest),
            Of("modifiedUtc", ApiScalars.DateTime, item => ContentItemJson.WriteInstant(item.ModifiedUtc)),
            Of("publishedUtc", ApiScalars.DateTime, item => ContentItemJson.WriteInstant(item.PublishedUtc)),
            Of("createdUtc", ApiScalars.DateTime, item => ContentItemJson.WriteInstant(item.CreatedUtc)),
            Of("owner", ScalarType.String, item => item.Owner),
            Of("author", ScalarType.String, item => item.Author),
        ];

    /// <summary>Orchard Core's HTML of the item; this API gives content, so it is always null.</summary>
    public static FieldDefinition Render() =>
        FieldDefinition.Of("render", ScalarType.String, "Always null: pages are not rendered here.", (ItemNode _) => (string?)null);

    /// <summary>Whether only the envelope is asked, so that no document needs to be read.</summary>
    public static bool AreEnvelope(IEnumerable<ProjectedField> fields) => fields.All(field => s_envelope.Contains(field.Definition.Name));

    private static FieldDefinition Of<T>(string name, GraphQLType type, Func<ContentItem, T> read) =>
        FieldDefinition.Of(name, type, StockTexts.Find(name), (ItemNode node) => read(node.Item));
}
