using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>Reads taxonomies in the language of the page. Scoped.</summary>
public sealed class TermReader(ContentReader reader, Site site)
{
    /// <summary>A taxonomy's uppermost terms in their order; none when the tenant does not have it.</summary>
    public async ValueTask<ImmutableArray<Term>> ListAsync(ContentItemId taxonomy, CancellationToken cancellationToken) =>
        (await reader.FindAsync(taxonomy, cancellationToken))?.FindPart(PartNames.Taxonomy)?["Terms"] is JsonArray terms
            ?
            [
                .. terms
                    .OfType<JsonObject>()
                    .Select(ContentItemJson.ReadContained)
                    .OfType<ContentItem>()
                    .Select(term => Term.Read(term, site.Culture)),
            ]
            : [];
}
