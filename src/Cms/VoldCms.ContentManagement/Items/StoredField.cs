using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>A field of an item that holds something.</summary>
/// <param name="Path">Where, below the item; <c>BagPart.ContentItems[2].Step.Text</c> in a contained item.</param>
/// <param name="Model">The field's definition, of a kind that the engine knows.</param>
/// <param name="Value">What is stored.</param>
internal sealed record StoredField(string Path, FieldModel Model, JsonObject Value)
{
    /// <summary>
    /// The fields of a normalized item and of the items that it contains, an item at a time, in the order of the definitions.
    /// </summary>
    public static IEnumerable<StoredField> Of(ContentItem item, TypeModel type, ContentModel model) =>
        StoredPart.Of(item.Content, type, model).SelectMany(Of);

    /// <summary>The fields of one part.</summary>
    public static IEnumerable<StoredField> Of(StoredPart part) =>
        from field in part.Model.Fields
        let value = part.Value[field.Name] as JsonObject
        where field.Kind is not null && value is not null
        select new StoredField($"{part.Path}.{field.Name}", field, value);
}
