using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Presentation.Admin.Editors;
using VoldCms.Presentation.Items;

namespace VoldCms.Admin.Editors;

/// <summary>Terms of a taxonomy. The taxonomies of the whole form are read at once.</summary>
internal sealed class TermEditor(ContentReader reader) : IFieldEditor
{
    private const string Ids = "TermContentItemIds";
    private const string Taxonomy = "TaxonomyContentItemId";

    public EditorKey Key => new("TaxonomyField");

    public string Partial => "_Choices";

    public bool IsGroup => true;

    public string? TextOf(EditedField field, object model) =>
        string.Join(", ", ((Choice)model).Options.Where(option => option.IsChosen).Select(option => option.Text.Value));

    public async ValueTask<IReadOnlyList<object>> ShowAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellationToken)
    {
        var taxonomies = await ReadTaxonomiesAsync(fields, cancellationToken);
        return [.. fields.Select(field => Show(field, taxonomies))];
    }

    public ValueTask<IReadOnlyList<FieldReading>> ReadAsync(
        IReadOnlyList<EditedField> fields,
        PostedValues posted,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<FieldReading>>([.. fields.Select(field => Read(field, posted))]);

    private async Task<ImmutableDictionary<ContentItemId, ContentItem>> ReadTaxonomiesAsync(
        IReadOnlyList<EditedField> fields,
        CancellationToken cancellationToken
    )
    {
        var query = new ContentQuery
        {
            Filter = ContentFilter.In(
                ContentPaths.ContentItemId,
                [.. fields.Select(TaxonomyOf).OfType<ContentItemId>().Distinct().Select(ContentValue.Of)]
            ),
        }.AllAtOnce();
        return (await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out _)
            ? page.Items.ToImmutableDictionary(item => item.ContentItemId)
            : ImmutableDictionary<ContentItemId, ContentItem>.Empty;
    }

    private static Choice Show(EditedField field, ImmutableDictionary<ContentItemId, ContentItem> taxonomies)
    {
        var name = field.InputName(Ids);
        IReadOnlyList<string> chosen =
            field.Typed?.Has(field.InputName("shown")) == true ? field.Typed.All(name) : field.Value.FindTexts(Ids);
        var terms =
            TaxonomyOf(field) is { } id && taxonomies.TryGetValue(id, out var taxonomy)
                ? TaxonomyTerms.Of(taxonomy).Select(term => Term.Read(term, field.T.Culture))
                : [];
        var options = terms.Select(term => new ChoiceOption(
            term.Id.Value,
            term.Name,
            chosen.Contains(term.Id.Value, StringComparer.OrdinalIgnoreCase)
        ));
        return new(field, name, [.. options]) { IsSingle = field.Settings.Get<TaxonomyFieldSettings>().Unique };
    }

    // What is stored and not on the form, since nobody may see it or it is there no more, stays where it is.
    private static FieldReading Read(EditedField field, PostedValues posted)
    {
        if (!posted.Has(field.InputName("shown")))
        {
            return FieldReading.Unchanged;
        }

        var stored = field.Value.FindTexts(Ids);
        var offered = posted.All(field.InputName("shown"));
        var typed = posted.All(field.InputName(Ids));
        string[] kept = [.. stored.Where(id => Holds(typed, id) || !Holds(offered, id))];
        string[] chosen = [.. kept, .. typed.Where(id => id.Length > 0 && !Holds(kept, id)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return chosen.SequenceEqual(stored, StringComparer.OrdinalIgnoreCase)
            ? FieldReading.Unchanged
            : new(new JsonObject { [Taxonomy] = TaxonomyOf(field)?.Value, [Ids] = new JsonArray([.. chosen.Select(id => (JsonNode)id)]) });
    }

    private static bool Holds(IEnumerable<string> ids, string id) => ids.Contains(id, StringComparer.OrdinalIgnoreCase);

    private static ContentItemId? TaxonomyOf(EditedField field) =>
        field.Settings.Get<TaxonomyFieldSettings>().TaxonomyContentItemId is { Length: > 0 } defined ? new(defined)
        : field.Value?.FindText(Taxonomy) is { Length: > 0 } stored ? new(stored)
        : null;
}
