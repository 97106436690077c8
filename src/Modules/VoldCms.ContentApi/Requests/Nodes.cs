using System.Text.Json.Nodes;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentApi.Requests;

/// <summary>A content item as the parent of fields: a whole one, or one that lies inside another.</summary>
/// <param name="Item">What the reader gave, so nothing hidden is in it.</param>
/// <param name="Shape">Its type in the schema.</param>
/// <param name="RequestedCulture">The language that the list was asked in; null when in none.</param>
internal sealed record ItemNode(ContentItem Item, ItemShape Shape, string? RequestedCulture = null);

/// <summary>A part that is an object of its own.</summary>
internal sealed record PartNode(ItemNode Owner, PartModel Part, JsonObject Json);

/// <summary>A field that is an object of its own.</summary>
internal sealed record FieldNode(ItemNode Owner, JsonObject Json);

/// <summary>That a child lies in a list of a certain type.</summary>
internal sealed record ContainedNode(JsonObject Json);

/// <summary>A page of a connection.</summary>
/// <param name="Edges">The page's items.</param>
/// <param name="HasPrevious">Whether there was one before the first.</param>
/// <param name="HasMore">Whether there is one after the last.</param>
/// <param name="Total">All that match; null when not asked for.</param>
internal sealed record ConnectionNode(IReadOnlyList<EdgeNode> Edges, bool HasPrevious, bool HasMore, int? Total);

/// <summary>An item of a connection.</summary>
/// <param name="Item">The item.</param>
/// <param name="Cursor">Its place in the order; null when nobody asks.</param>
internal sealed record EdgeNode(ItemNode Item, string? Cursor);

/// <summary>Items that share values.</summary>
internal sealed record CountGroupNode(ContentGroup Group, IReadOnlyList<CountField> Fields);

/// <summary>One of the values that they share.</summary>
internal sealed record CountKeyNode(CountField Field, ContentValue? Value);

/// <summary>A page of changes.</summary>
internal sealed record ChangesNode(IReadOnlyList<ContentChange> Changes, string Cursor, bool HasMore);

/// <summary>A file in a media field.</summary>
internal sealed record MediaNode(string Path, string? Text);

/// <summary>A file in the media library.</summary>
internal sealed record MediaAsset(string Name, string Path, long Length, DateTimeOffset LastModified);

/// <summary>A language of the site.</summary>
internal sealed record SiteCultureNode(string Culture, bool IsDefault);

/// <summary>A user, by what may be said.</summary>
internal sealed record UserNode(string? Id, string? Name);

/// <summary>What parents of fields have in common: an item, and a part of it.</summary>
internal static class Parents
{
    public static ItemNode OwnerOf(object parent) => parent as ItemNode ?? ((PartNode)parent).Owner;

    /// <summary>The stored part that the fields are read from; null when the item does not carry it.</summary>
    public static JsonObject? PartOf(object parent, string partName) =>
        parent is ItemNode item ? item.Item.FindPart(partName) : ((PartNode)parent).Json;
}
