using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>An item, or one that lies in it.</summary>
/// <param name="Path">What its parts' names are put behind: empty for the item itself, <c>BagPart.ContentItems[2].</c> for one that it contains.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">What is stored: an envelope too, where it is contained.</param>
/// <param name="Container">The part that it lies in; null for the item itself and for child terms.</param>
internal sealed record StoredItem(string Path, TypeModel Type, JsonObject Content, PartModel? Container)
{
    /// <summary>A normalized item and the items that it contains, however deep; those of types that are not defined are passed over.</summary>
    public static IEnumerable<StoredItem> Of(ContentItem item, TypeModel type, ContentModel model) => Of(item.Content, type, model);

    /// <inheritdoc cref="Of(ContentItem, TypeModel, ContentModel)"/>
    public static IEnumerable<StoredItem> Of(JsonObject content, TypeModel type, ContentModel model) =>
        Of(new StoredItem("", type, content, null), model);

    private static IEnumerable<StoredItem> Of(StoredItem item, ContentModel model)
    {
        yield return item;
        foreach (var part in item.Type.Parts)
        {
            foreach (var property in part.Contained)
            {
                foreach (
                    var contained in OfList(
                        (item.Content[part.Name] as JsonObject)?[property.Name],
                        model,
                        $"{item.Path}{part.Name}.{property.Name}",
                        part
                    )
                )
                {
                    yield return contained;
                }
            }
        }

        // Child terms lie in an array at a term's root.
        foreach (var term in OfList(item.Content["Terms"], model, $"{item.Path}Terms", null))
        {
            yield return term;
        }
    }

    private static IEnumerable<StoredItem> OfList(JsonNode? list, ContentModel model, string path, PartModel? container) =>
        list is not JsonArray items
            ? []
            : items.SelectMany(
                (contained, index) =>
                    contained is JsonObject item && item.FindText("ContentType") is { } name && model.FindType(name) is { } type
                        ? Of(new($"{path}[{index}].", type, item, container), model)
                        : []
            );
}

/// <summary>A field of an item that holds something.</summary>
/// <param name="Path">Where, below the item; <c>BagPart.ContentItems[2].Step.Text</c> in a contained item.</param>
/// <param name="Model">The field's definition, of a kind that the engine knows.</param>
/// <param name="Value">What is stored.</param>
internal sealed record StoredField(string Path, FieldModel Model, JsonObject Value)
{
    /// <summary>The fields of a normalized item and of the items that it contains, an item at a time, in the order of the definitions.</summary>
    public static IEnumerable<StoredField> Of(ContentItem item, TypeModel type, ContentModel model) =>
        StoredPart.Of(item.Content, type, model).SelectMany(Of);

    /// <summary>The fields of one part.</summary>
    public static IEnumerable<StoredField> Of(StoredPart part) =>
        from field in part.Model.Fields
        let value = part.Value[field.Name] as JsonObject
        where field.Kind is not null && value is not null
        select new StoredField($"{part.Path}.{field.Name}", field, value);
}
