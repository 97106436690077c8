using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>An id that an item, or an item in it, names something by.</summary>
/// <param name="Owner">The object that holds it.</param>
/// <param name="Key">Where in the object: the id itself, or the list that it is in.</param>
/// <param name="Index">Its place in the list; -1 when it is no list.</param>
/// <param name="Kind">What it names.</param>
/// <param name="IsOfPicker">It is in a picker of items.</param>
/// <param name="Id">The id, as it is written.</param>
internal sealed record StoredLink(JsonObject Owner, string Key, int Index, LinkKind Kind, bool IsOfPicker, string Id)
{
    /// <summary>All of them, in the order of the definitions; those of one list in its order.</summary>
    public static IEnumerable<StoredLink> Of(ContentItem item, ContentModel model)
    {
        if (model.FindType(item.ContentType) is not { } type)
        {
            yield break;
        }

        foreach (var (_, field, value) in StoredField.Of(item, type, model))
        {
            foreach (var property in field.Kind!.Properties)
            {
                if (LinkKinds.Find(field.Part, field, property) is { } kind)
                {
                    foreach (var link in In(value, property.Name, kind, field.Kind.Name == ContentReference.ItemPicker))
                    {
                        yield return link;
                    }
                }
            }
        }

        if (item.FindPart(PartNames.Contained) is { } contained)
        {
            foreach (var link in In(contained, "ListContentItemId", LinkKind.Item, isOfPicker: false))
            {
                yield return link;
            }
        }
    }

    /// <summary>Takes it out; of one list the last first.</summary>
    public void TakeOut()
    {
        if (Index >= 0)
        {
            Owner[Key]!.AsArray().RemoveAt(Index);
        }
        else
        {
            Owner.Remove(Key);
        }
    }

    private static IEnumerable<StoredLink> In(JsonObject owner, string key, LinkKind kind, bool isOfPicker)
    {
        if (owner[key] is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                if (LenientJson.Text(list[index]) is { } id)
                {
                    yield return new(owner, key, index, kind, isOfPicker, id);
                }
            }
        }
        else if (LenientJson.Text(owner[key]) is { } id)
        {
            yield return new(owner, key, -1, kind, isOfPicker, id);
        }
    }
}
