using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Terms;

/// <summary>A term in the language of the page.</summary>
/// <param name="Code">The neutral number that stands for it in addresses.</param>
internal sealed record Term(ContentItemId Id, int Code, string Label);

/// <summary>Reads taxonomies for pages. Scoped.</summary>
internal sealed class TermReader(ContentReader reader, Site site)
{
    private const string Part = "Term";

    /// <summary>The taxonomy's terms in their order; none when the tenant does not have it.</summary>
    public async ValueTask<ImmutableArray<Term>> ListAsync(ContentItemId taxonomy, CancellationToken cancellationToken)
    {
        var item = await reader.FindAsync(taxonomy, cancellationToken);
        return item?.FindPart("TaxonomyPart")?["Terms"] is JsonArray terms
            ? [.. terms.OfType<JsonObject>().Select(ContentItemJson.ReadContained).OfType<ContentItem>().Select(Read).OfType<Term>()]
            : [];
    }

    private Term? Read(ContentItem term) =>
        term.Number(Part, "Code") is { } code ? new(term.ContentItemId, code, LabelOf(term)) : null;

    // The title is in bokmål; the other languages of the interface stand beside it.
    private string LabelOf(ContentItem term) => (site.Culture.Name switch
    {
        "nb" => null,
        "nn" => term.Text(Part, "Nn"),
        _ => term.Text(Part, "En"),
    }) ?? term.DisplayText ?? "";
}
