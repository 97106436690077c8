using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Queries;

/// <summary>
/// Takes out of a document what is above a level: fields by their settings, contained items by their own visibility,
/// however deep they lie; and of contained items who wrote them, where the reader is not told.
/// </summary>
internal static class HiddenContent
{
    /// <summary>Changes the document, which is the caller's alone.</summary>
    public static void TakeOut(JsonObject document, string contentType, ContentModel model, Visibility maximum, bool seesPeople)
    {
        if (model.FindType(contentType) is { } type && (!seesPeople || (maximum < Visibility.Secret && type.HasHiddenContent)))
        {
            TakeOut(document, type, model, maximum, seesPeople);
        }
    }

    private static void TakeOut(JsonObject content, TypeModel type, ContentModel model, Visibility maximum, bool seesPeople)
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
                TakeOutContained(stored[property.Name] as JsonArray, model, maximum, seesPeople);
            }
        }

        // Child terms lie in an array at a term's root.
        TakeOutContained(content["Terms"] as JsonArray, model, maximum, seesPeople);
    }

    private static void TakeOutContained(JsonArray? items, ContentModel model, Visibility maximum, bool seesPeople)
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
                continue;
            }

            if (!seesPeople)
            {
                Empty(contained, nameof(ContentItem.Owner));
                Empty(contained, nameof(ContentItem.Author));
            }

            if (model.FindType(typeName) is { } type)
            {
                TakeOut(contained, type, model, maximum, seesPeople);
            }
        }
    }

    private static void Empty(JsonObject contained, string key)
    {
        if (contained.ContainsKey(key))
        {
            contained[key] = "";
        }
    }
}
