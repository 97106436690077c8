using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>An item, or one that lies in it, as <see cref="ContentTree"/> meets it.</summary>
/// <param name="Path">What its parts' names are put behind: empty for the item itself, <c>BagPart.ContentItems[2].</c> for one that it
/// contains.</param>
/// <param name="Type">Its type.</param>
/// <param name="Content">What is stored: an envelope too, where it is contained.</param>
/// <param name="Container">The part that it lies in; null for the item itself and for child terms.</param>
internal sealed record StoredItem(string Path, TypeModel Type, JsonObject Content, PartModel? Container)
{
    /// <summary>The id of a contained item; empty where there is none.</summary>
    public string Id => Content.FindText("ContentItemId") ?? "";

    /// <summary>The parts of its type that are stored, in the order of the definition.</summary>
    public IEnumerable<StoredPart> Parts =>
        from part in Type.Parts
        let value = Content[part.Name] as JsonObject
        where value is not null
        select new StoredPart($"{Path}{part.Name}", part, value);
}
