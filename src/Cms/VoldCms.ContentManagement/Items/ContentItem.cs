using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// One version of a content item: Orchard Core's envelope, and the parts by their name in the type.
/// </summary>
/// <remarks>
/// Not thread-safe: <see cref="Content"/> is a mutable tree that belongs to whoever holds the item.
/// <see cref="DeepClone"/> before changing an item that somebody else may hold.
/// </remarks>
public sealed record ContentItem
{
    /// <summary>Which item it is; the same in all its versions.</summary>
    public required ContentItemId ContentItemId { get; init; }

    /// <summary>Which version of the item it is.</summary>
    public required ContentItemVersionId ContentItemVersionId { get; init; }

    /// <summary>The technical name of the item's type.</summary>
    public required string ContentType { get; init; }

    /// <summary>What lists show for the item; stored apart from its title.</summary>
    public string? DisplayText { get; init; }

    /// <summary>The newest version; at most one an item.</summary>
    public bool Latest { get; init; }

    /// <summary>The public version; at most one an item.</summary>
    public bool Published { get; init; }

    /// <summary>When this version was written.</summary>
    public DateTimeOffset? ModifiedUtc { get; init; }

    /// <summary>When the item was last published; null when it never was.</summary>
    public DateTimeOffset? PublishedUtc { get; init; }

    /// <summary>When the first version of the item was written.</summary>
    public DateTimeOffset? CreatedUtc { get; init; }

    /// <summary>The owner's user id; empty when nobody owns it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The name of the user who wrote this version; empty when unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>The parts at the root, known or not, in the order given.</summary>
    public JsonObject Content { get; init; } = [];

    /// <summary>A copy that shares nothing that can change.</summary>
    public ContentItem DeepClone() => this with { Content = (JsonObject)Content.DeepClone() };

    /// <summary>The part under that name in the type; null when the item does not carry it.</summary>
    public JsonObject? FindPart(string partName) => Content[partName] as JsonObject;

    /// <summary>The field's stored object, such as <c>{ "Text": "..." }</c>; null when the item does not carry it.</summary>
    public JsonObject? FindField(string partName, string fieldName) => FindPart(partName)?[fieldName] as JsonObject;
}
