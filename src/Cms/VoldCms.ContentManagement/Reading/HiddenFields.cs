using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// What in an item is above a reader's level, however deep it lies: fields by their settings, contained items by their own visibility. It
/// is taken out before somebody reads the item, it may not be written by her, and it stays when she saves the item back.
/// </summary>
internal static class HiddenFields
{
    /// <summary>Takes out what is hidden; and of contained items who wrote them, where the reader may not know.</summary>
    /// <param name="document">The parts of an item, the caller's alone; changed.</param>
    /// <param name="type">Its type.</param>
    /// <param name="model">For the types of contained items.</param>
    /// <param name="maximum">The reader's level.</param>
    /// <param name="seesPeople">Whether she may know who wrote and who owns an item.</param>
    public static void TakeOut(JsonObject document, TypeModel type, ContentModel model, VisibilityLevel maximum, bool seesPeople)
    {
        if (maximum == VisibilityLevel.Secret && seesPeople)
        {
            return;
        }

        foreach (var item in ContentTree.Of(document, type, model))
        {
            foreach (var field in FieldsAbove(maximum, item))
            {
                (item.Content[field.Part.Name] as JsonObject)?.Remove(field.Name);
            }

            foreach (var contained in ContentTree.ListsOf(item).Select(list => list.FindIn(item.Content)).OfType<JsonArray>())
            {
                contained.RemoveAll(below => IsHidden(below, model, maximum));
                foreach (var below in seesPeople ? [] : contained.OfType<JsonObject>())
                {
                    Empty(below, nameof(ContentItem.Owner));
                    Empty(below, nameof(ContentItem.Author));
                }
            }
        }
    }

    /// <summary>The path of a field above the level among what somebody writes; null when there is none.</summary>
    public static string? FindWritten(JsonObject given, TypeModel type, ContentModel model, VisibilityLevel maximum) =>
        (
            from item in ContentTree.Of(given, type, model)
            from part in item.Parts
            from field in part.Model.Fields
            where field.Visibility > maximum && part.Value.ContainsKey(field.Name)
            select $"{part.Path}.{field.Name}"
        ).FirstOrDefault();

    /// <summary>
    /// Puts back what a writer of that level could not have kept. Contained items are put where they were in their list; what is in a
    /// contained item goes with it where it is moved, and goes when she takes it away.
    /// </summary>
    /// <param name="content">What is to be stored; changed.</param>
    /// <param name="previous">What was stored.</param>
    /// <param name="type">The type of both.</param>
    /// <param name="model">For the types of contained items.</param>
    /// <param name="maximum">The writer's level.</param>
    public static void Keep(JsonObject content, JsonObject previous, TypeModel type, ContentModel model, VisibilityLevel maximum)
    {
        if (maximum == VisibilityLevel.Secret)
        {
            return;
        }

        foreach (var (item, before) in ContentTree.Beside(content, previous, type, model))
        {
            foreach (var field in FieldsAbove(maximum, before))
            {
                if (
                    (before.Content[field.Part.Name] as JsonObject)?[field.Name] is { } hidden
                    && item.Content.FindOrAdd(field.Part.Name, new JsonObject()) is { } part
                )
                {
                    part[field.Name] = hidden.DeepClone();
                }
            }

            foreach (var list in ContentTree.ListsOf(before))
            {
                KeepItems(item.Content, list, list.FindIn(before.Content) ?? [], model, maximum);
            }
        }
    }

    private static void KeepItems(JsonObject content, ContainedList list, JsonArray before, ContentModel model, VisibilityLevel maximum)
    {
        for (var index = 0; index < before.Count; index++)
        {
            if (IsHidden(before[index], model, maximum) && list.FindOrAddIn(content) is { } items)
            {
                // Where she has written one in its place, by its id, hers goes.
                var hidden = before[index]!.AsObject();
                items.RemoveAll(item => item is JsonObject given && IsSame(given, hidden));
                items.Insert(Math.Min(index, items.Count), hidden.DeepClone());
            }
        }
    }

    private static bool IsSame(JsonObject given, JsonObject hidden) =>
        hidden.FindText("ContentItemId") is { Length: > 0 } id
            ? string.Equals(given.FindText("ContentItemId"), id, StringComparison.OrdinalIgnoreCase)
            : JsonNode.DeepEquals(given, hidden);

    private static IEnumerable<FieldModel> FieldsAbove(VisibilityLevel maximum, StoredItem item) =>
        item.Type.Parts.SelectMany(part => part.Fields).Where(field => field.Visibility > maximum);

    // Looked at where it lies: reading it as an item would copy all that it holds. Of a type that nobody knows, nobody knows what is
    // secret.
    private static bool IsHidden(JsonNode? contained, ContentModel model, VisibilityLevel maximum) =>
        contained is JsonObject item
        && maximum < VisibilityLevel.Secret
        && (model.FindType(item.FindText("ContentType") ?? "") is null || ContentItemParts.VisibilityIn(item) > maximum);

    private static void Empty(JsonObject contained, string key)
    {
        if (contained.ContainsKey(key))
        {
            contained[key] = "";
        }
    }
}
