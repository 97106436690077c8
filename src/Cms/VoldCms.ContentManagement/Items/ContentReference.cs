using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Items;

/// <summary>What an id that a field holds is the id of.</summary>
public enum ReferenceKind
{
    /// <summary>Another content item: of a picker, or the list that an item stands in.</summary>
    Item,

    /// <summary>A localization set.</summary>
    LocalizationSet,

    /// <summary>A term of a taxonomy.</summary>
    Term,

    /// <summary>A user, by id.</summary>
    User,

    /// <summary>A file in the media library, by path.</summary>
    MediaFile,
}

/// <summary>Something outside an item that the item names by its id.</summary>
/// <param name="Path">Where the id stands, below the item, such as <c>Measure.Responsible.ContentItemIds[0]</c>.</param>
/// <param name="Kind">What is named.</param>
/// <param name="Id">The id, as it is written.</param>
/// <param name="Taxonomy">The taxonomy that a term is looked for in; empty for all else.</param>
public readonly record struct ContentReference(string Path, ReferenceKind Kind, string Id, string Taxonomy = "")
{
    /// <summary>The kind of field that picks items, and where it keeps their ids.</summary>
    internal const string ItemPicker = "ContentPickerField";

    internal const string Ids = "ContentItemIds";

    /// <summary>The id in the form that is compared: a file's path by its letters, all else ignoring case.</summary>
    public string Folded => Kind == ReferenceKind.MediaFile ? Id : Id.ToLowerInvariant();

    /// <summary>Everything that a normalized item and the items that it contains name; the same target may come more than once.</summary>
    internal static ImmutableArray<ContentReference> Of(ContentItem item, TypeModel type, ContentModel model)
    {
        var references = ImmutableArray.CreateBuilder<ContentReference>();
        if (item.FindPart(PartNames.Contained)?.FindText("ListContentItemId") is { Length: > 0 } list)
        {
            references.Add(new($"{PartNames.Contained}.ListContentItemId", ReferenceKind.Item, list));
        }

        foreach (var field in StoredField.Of(item, type, model))
        {
            if (KindOf(field.Model) is not { } kind)
            {
                continue;
            }

            var main = field.Model.Kind!.Main;
            var taxonomy = kind == ReferenceKind.Term ? TaxonomyOf(field) : "";
            var index = 0;
            foreach (var id in main.Values(field.Value[main.Name]))
            {
                references.Add(new($"{field.Path}.{main.Name}[{index++}]", kind, id.AsText(), taxonomy));
            }
        }

        return references.DrainToImmutable();
    }

    /// <summary>The problem to tell of when the target is not there.</summary>
    public Problem Missing() =>
        new(
            Path,
            Kind switch
            {
                ReferenceKind.LocalizationSet => $"is '{Id}', and no item belongs to that localization set; expected a set of this tenant",
                ReferenceKind.Term => $"is '{Id}', and the taxonomy '{Taxonomy}' has no such term; expected one of its terms",
                ReferenceKind.User => $"is '{Id}', and there is no such user; expected a user of this tenant",
                ReferenceKind.MediaFile => $"is '{Id}', and the media library has no such file; expected a file of this tenant",
                _ => $"is '{Id}', and there is no such content item; expected an item of this tenant",
            }
        );

    private static ReferenceKind? KindOf(FieldModel field) =>
        field.Kind?.Name switch
        {
            ItemPicker => ReferenceKind.Item,
            "LocalizationSetContentPickerField" => ReferenceKind.LocalizationSet,
            "TaxonomyField" => ReferenceKind.Term,
            "UserPickerField" => ReferenceKind.User,
            "MediaField" => ReferenceKind.MediaFile,
            _ => null,
        };

    // The definition says which taxonomy; a field that leaves it open says so itself.
    private static string TaxonomyOf(StoredField field) =>
        field.Model.Definition.Settings.Get<TaxonomyFieldSettings>().TaxonomyContentItemId is { Length: > 0 } defined
            ? defined
            : field.Value.FindText("TaxonomyContentItemId") ?? "";
}
