using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>A part of an item that is stored.</summary>
/// <param name="Path">Where, below the item; <c>BagPart.ContentItems[2].Step</c> in a contained item.</param>
/// <param name="Model">The part as attached to its type.</param>
/// <param name="Value">What is stored.</param>
internal sealed record StoredPart(string Path, PartModel Model, JsonObject Value)
{
    /// <summary>The parts of an item and of the items that it contains, an item at a time, in the order of the definitions.</summary>
    public static IEnumerable<StoredPart> Of(JsonObject content, TypeModel type, ContentModel model) =>
        ContentTree.Of(content, type, model).SelectMany(item => item.Parts);
}
