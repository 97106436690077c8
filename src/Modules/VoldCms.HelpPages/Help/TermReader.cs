using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages.Help;

/// <summary>A term of a taxonomy.</summary>
/// <param name="Id">What fields name it by.</param>
/// <param name="Name">In <paramref name="Language"/>.</param>
/// <param name="Language">Null for the language of the page.</param>
internal sealed record TermName(ContentItemId Id, string Name, Culture? Language);

/// <summary>Reads the terms of taxonomies. Scoped.</summary>
internal sealed class TermReader(LocalizedItems items, Site site)
{
    private const string TitleCulture = "nb";

    /// <summary>The terms of a taxonomy in its order, named in the language of the page or the nearest there is.</summary>
    public async Task<ImmutableArray<TermName>> ListAsync(ContentItemId taxonomy, CancellationToken cancellationToken) =>
        await items.ResolveAsync(ContentTypes.Taxonomy, [taxonomy], cancellationToken) is [var found]
            && found.FindPart("TaxonomyPart")?["Terms"] is JsonArray terms
            ? [.. terms.OfType<JsonObject>().Select(ContentItemJson.ReadContained).OfType<ContentItem>().Select(Read)]
            : [];

    // A term is one item with a name a language: the title, and a field for each of the others.
    private TermName Read(ContentItem term)
    {
        foreach (var culture in Cultures.AnswerChain(site.Culture.Name))
        {
            var name = culture == TitleCulture ? term.DisplayText : term.Text(ContentTypes.Term, FieldOf(culture));
            if (name is { Length: > 0 })
            {
                return new(term.ContentItemId, name, culture == site.Culture.Name ? null : Cultures.Find(culture));
            }
        }

        return new(term.ContentItemId, term.DisplayText ?? "", Cultures.Find(TitleCulture));
    }

    private static string FieldOf(string culture) => string.Concat(char.ToUpperInvariant(culture[0]).ToString(), culture.AsSpan(1));
}
