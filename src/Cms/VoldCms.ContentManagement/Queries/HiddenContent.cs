using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Queries;

/// <summary>
/// Takes out of a document what is above a level: fields by their settings, contained items by their own visibility,
/// however deep they lie.
/// </summary>
internal static class HiddenContent
{
    /// <summary>Changes the document, which is the caller's alone.</summary>
    public static void TakeOut(JsonObject document, string contentType, ContentModel model, Visibility maximum)
    {
        if (maximum < Visibility.Secret && model.FindType(contentType) is { HasHiddenContent: true } type)
        {
            TakeOut(document, type, model, maximum);
        }
    }

    private static void TakeOut(JsonObject content, TypeModel type, ContentModel model, Visibility maximum)
    {
        foreach (var part in type.Parts)
        {
            if (content[part.Name] is not JsonObject stored)
            {
                continue;
            }

            foreach (var field in part.Fields.Where(field => field.Visibility > maximum))
            {
                stored.Remove(field.Name);
            }

            foreach (var property in part.Contained)
            {
                TakeOutContained(stored[property.Name] as JsonArray, model, maximum);
            }
        }

        // Child terms lie in an array at a term's root.
        TakeOutContained(content["Terms"] as JsonArray, model, maximum);
    }

    private static void TakeOutContained(JsonArray? items, ContentModel model, Visibility maximum)
    {
        for (var index = (items?.Count ?? 0) - 1; index >= 0; index--)
        {
            if (items![index] is not JsonObject contained)
            {
                continue;
            }

            // Looked at where it lies: reading it as an item would copy all that it holds.
            if (contained.FindText("ContentType") is not { Length: > 0 } typeName || ContentItemParts.VisibilityIn(contained) > maximum)
            {
                items.RemoveAt(index);
            }
            else if (model.FindType(typeName) is { } type)
            {
                TakeOut(contained, type, model, maximum);
            }
        }
    }
}
