using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// The one walk over an item's tree: the item, what its parts contain (bags, pages of widgets, menus, taxonomies), and the terms below
/// terms, however deep. Contained items of types that are not defined are passed over, with all that is in them.
/// </summary>
internal static class ContentTree
{
    /// <summary>Where a term's child terms are: a list at its root, which no part names.</summary>
    public const string ChildTerms = "Terms";

    /// <summary>
    /// The item and the items in it. Each comes before what it contains is looked at, so whoever walks may change its content and its
    /// lists.
    /// </summary>
    /// <param name="content">The parts at the root of the item.</param>
    /// <param name="type">Its type.</param>
    /// <param name="model">For the types of contained items.</param>
    public static IEnumerable<StoredItem> Of(JsonObject content, TypeModel type, ContentModel model) =>
        Below(new StoredItem("", type, content, null), model);

    /// <summary>
    /// The lists in which an item may contain others, whether they are stored or not. What the items in them contain is not included.
    /// </summary>
    public static IEnumerable<ContainedList> ListsOf(StoredItem item) =>
        item
            .Type.Parts.SelectMany(part => part.Contained.Select(property => new ContainedList(part, property.Name)))
            .Append(new(null, ChildTerms));

    /// <summary>
    /// The items of one tree, each beside the one with its id in another: the version to be beside the one that it follows. An item that
    /// has been moved keeps its counterpart; one without an id, or without a counterpart, is passed over.
    /// </summary>
    /// <param name="content">The tree that is walked; it may be changed as in <see cref="Of"/>.</param>
    /// <param name="other">The tree in which the counterparts are.</param>
    /// <param name="type">The type of both.</param>
    /// <param name="model">For the types of contained items.</param>
    public static IEnumerable<(StoredItem Item, StoredItem Other)> Beside(
        JsonObject content,
        JsonObject other,
        TypeModel type,
        ContentModel model
    )
    {
        var anywhere = Of(other, type, model).Skip(1).ToLookup(item => item.Id, StringComparer.OrdinalIgnoreCase);
        return Pairs(new("", type, content, null), new("", type, other, null));

        IEnumerable<(StoredItem, StoredItem)> Pairs(StoredItem item, StoredItem? counterpart)
        {
            if (counterpart is not null)
            {
                yield return (item, counterpart);
            }

            foreach (var list in ListsOf(item))
            {
                // The same list first: copies of an item may have one id in two places.
                var here = counterpart is null
                    ? null
                    : ItemsOf(counterpart, list, model).ToLookup(below => below.Id, StringComparer.OrdinalIgnoreCase);
                foreach (var contained in ItemsOf(item, list, model))
                {
                    var found =
                        contained.Id.Length == 0 ? null : here?[contained.Id].FirstOrDefault() ?? anywhere[contained.Id].FirstOrDefault();
                    foreach (var pair in Pairs(contained, found))
                    {
                        yield return pair;
                    }
                }
            }
        }
    }

    private static IEnumerable<StoredItem> Below(StoredItem item, ContentModel model)
    {
        yield return item;
        foreach (var list in ListsOf(item))
        {
            foreach (var below in ItemsOf(item, list, model).SelectMany(contained => Below(contained, model)))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<StoredItem> ItemsOf(StoredItem owner, ContainedList list, ContentModel model) =>
        list.FindIn(owner.Content) is not { } items
            ? []
            : items
                .Select(
                    (contained, index) =>
                        contained is JsonObject item && model.FindType(item.FindText("ContentType") ?? "") is { } type
                            ? new StoredItem($"{owner.Path}{list.Path}[{index}].", type, item, list.Part)
                            : null
                )
                .OfType<StoredItem>();
}

/// <summary>A place in an item where others are contained.</summary>
/// <param name="Part">The part that has the list; null for the list of child terms at a term's root.</param>
/// <param name="Key">The list's name in the part, or at the root.</param>
internal sealed record ContainedList(PartModel? Part, string Key)
{
    /// <summary>Where, below the item: <c>BagPart.ContentItems</c>, <c>Terms</c>.</summary>
    public string Path => Part is null ? Key : $"{Part.Name}.{Key}";

    /// <summary>What an item contains there; null where nothing is stored, or nothing that is a list.</summary>
    public JsonArray? FindIn(JsonObject content) => (Part is null ? content : content[Part.Name] as JsonObject)?[Key] as JsonArray;

    /// <summary>
    /// What an item contains there, a new list where nothing is stored; null where something else is stored in its place.
    /// </summary>
    public JsonArray? FindOrAddIn(JsonObject content) =>
        (Part is null ? content : content.FindOrAdd(Part.Name, new JsonObject()))?.FindOrAdd(Key, new JsonArray());
}
