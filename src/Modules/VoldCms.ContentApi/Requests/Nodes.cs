using System.Text.Json.Nodes;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentApi.Requests;

/// <summary>A content item as the parent of fields: a whole one, or one that lies inside another.</summary>
/// <param name="Item">What the reader gave, so nothing hidden is in it.</param>
/// <param name="Shape">Its type in the schema.</param>
/// <param name="RequestedCulture">The language that the list was asked in; null when in none.</param>
internal sealed record ItemNode(ContentItem Item, ItemShape Shape, string? RequestedCulture = null);

/// <summary>A part that is an object of its own.</summary>
internal sealed record PartObject(ItemNode Owner, PartModel Part, JsonObject Json);

/// <summary>A field that is an object of its own.</summary>
internal sealed record FieldObject(ItemNode Owner, JsonObject Json);

/// <summary>What parents of fields have in common: an item, and a part of it.</summary>
internal static class Parents
{
    public static ItemNode OwnerOf(object parent) => parent as ItemNode ?? ((PartObject)parent).Owner;

    /// <summary>The stored part that the fields are read from; null when the item does not carry it.</summary>
    public static JsonObject? PartOf(object parent, string partName) =>
        parent is ItemNode item ? item.Item.FindPart(partName) : ((PartObject)parent).Json;
}
