using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>A field of an item that holds something.</summary>
/// <param name="Path">Where, below the item; <c>BagPart.ContentItems[2].Step.Text</c> in a contained item.</param>
/// <param name="Model">The field's definition, of a kind that the engine knows.</param>
/// <param name="Value">What is stored.</param>
internal readonly record struct StoredField(string Path, FieldModel Model, JsonObject Value)
{
    /// <summary>The fields of a normalized item and of the items that it contains, however deep, in the order of the definitions.</summary>
    public static IEnumerable<StoredField> Of(ContentItem item, TypeModel type, ContentModel model) => Of(item.Content, type, model, "");

    private static IEnumerable<StoredField> Of(JsonObject content, TypeModel type, ContentModel model, string path)
    {
        foreach (var part in type.Parts)
        {
            if (content[part.Name] is not JsonObject stored)
            {
                continue;
            }

            foreach (var field in part.Fields)
            {
                if (field.Kind is not null && stored[field.Name] is JsonObject value)
                {
                    yield return new($"{path}{part.Name}.{field.Name}", field, value);
                }
            }

            foreach (var property in part.Contained)
            {
                foreach (var field in OfContained(stored[property.Name], model, $"{path}{part.Name}.{property.Name}"))
                {
                    yield return field;
                }
            }
        }

        // Child terms lie in an array at a term's root.
        foreach (var field in OfContained(content["Terms"], model, $"{path}Terms"))
        {
            yield return field;
        }
    }

    private static IEnumerable<StoredField> OfContained(JsonNode? list, ContentModel model, string path) => list is not JsonArray items
        ? []
        : items.SelectMany((contained, index) =>
            contained is JsonObject item && item.FindText("ContentType") is { } name && model.FindType(name) is { } type
                ? Of(item, type, model, $"{path}[{index}].")
                : []);
}
