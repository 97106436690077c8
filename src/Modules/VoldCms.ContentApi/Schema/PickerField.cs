using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentApi.Schema;

/// <summary>A kind of field that names other items: what it names, and which items its fields in the schema need. Immutable.</summary>
/// <param name="Kind">The kind of field, such as <c>ContentPickerField</c>.</param>
/// <param name="TargetOf">What a field of the kind names, by its settings.</param>
/// <param name="ItemsOf">
/// The ids of the items that are read for a stored field: those that it names, or the taxonomy that its terms are in; none when they are
/// not found by id.
/// </param>
/// <param name="ItemFields">
/// The fields of its type in the schema that give those items, each in the versions that its argument <c>status</c> asks for.
/// </param>
internal sealed record PickerField(
    string Kind,
    Func<SurfacedField, LinkTarget> TargetOf,
    Func<JsonObject, IReadOnlyList<string>> ItemsOf,
    ImmutableArray<string> ItemFields
)
{
    /// <summary>The items that a picker names.</summary>
    public const string ContentItems = "contentItems";

    /// <summary>The terms that a field names.</summary>
    public const string Terms = "termContentItems";

    /// <summary>The taxonomy that they are in.</summary>
    public const string Taxonomy = "taxonomyContentItem";

    /// <summary>Items, by id.</summary>
    public static PickerField ContentPicker { get; } =
        new(
            "ContentPickerField",
            field => new LinkTarget.Items([.. SettingsOf<ContentPickerFieldSettings>(field).DisplayedContentTypes]),
            stored => LenientJson.OnlyTexts(stored["ContentItemIds"]),
            [ContentItems]
        );

    /// <summary>Terms, by id, and the taxonomy that they are in.</summary>
    public static PickerField TaxonomyTerms { get; } =
        new(
            "TaxonomyField",
            field => new LinkTarget.Terms(
                SettingsOf<TaxonomyFieldSettings>(field).TaxonomyContentItemId is { Length: > 0 } id ? new ContentItemId(id) : null
            ),
            stored => LenientJson.Text(stored["TaxonomyContentItemId"]) is { } taxonomy ? [taxonomy] : [],
            [Terms, Taxonomy]
        );

    /// <summary>Localization sets, of each of which one item answers.</summary>
    public static PickerField LocalizationSets { get; } =
        new(
            "LocalizationSetContentPickerField",
            field => new LinkTarget.LocalizationSets([
                .. SettingsOf<LocalizationSetContentPickerFieldSettings>(field).DisplayedContentTypes,
            ]),
            _ => [],
            []
        );

    private static readonly ImmutableArray<PickerField> s_all = [ContentPicker, TaxonomyTerms, LocalizationSets];

    /// <summary>The link that a field of the kind is; null when it names no items.</summary>
    public static PickerField? Find(FieldKind kind) => s_all.FirstOrDefault(link => link.Kind == kind.Name);

    /// <summary>What the field names; null when it names no items.</summary>
    public static LinkTarget? FindTarget(SurfacedField field) => Find(field.Kind)?.TargetOf(field);

    /// <summary>The key under which filters and orders name what is named.</summary>
    public static string KeyOf(LinkTarget target) => target is LinkTarget.Terms ? "term" : "contentItem";

    private static T SettingsOf<T>(SurfacedField field)
        where T : class, new() => field.Model.Definition.Settings.Get<T>();
}
