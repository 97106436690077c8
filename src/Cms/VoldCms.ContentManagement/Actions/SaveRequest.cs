using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;

namespace VoldCms.ContentManagement.Actions;

/// <summary>What to save. Immutable.</summary>
public sealed record SaveRequest
{
    /// <summary>Null for a new item.</summary>
    public ContentItemId? ContentItemId { get; init; }

    /// <summary>The type of a new item. A stored one of another type is not found; empty for any type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Parts to lay over those there are: objects merge, lists are replaced, null takes away. Not changed.</summary>
    public JsonObject Changes { get; init; } = [];

    /// <summary>Null keeps what there is; a display text that was the title follows the title.</summary>
    public string? DisplayText { get; init; }

    /// <summary>The version that the edit started from; null to write over the newest.</summary>
    public VersionCondition? BasedOn { get; init; }

    /// <summary>
    /// Whether the item is given as Orchard Core's <c>POST /api/content</c> takes it (contract, section 6). An id that is not stored stands
    /// for a new item, which gets an id of its own; a new item asks for the permission to publish even when it stays a draft; the type of a
    /// stored item is not looked at. A default that reading has added and nobody has stored is not written.
    /// </summary>
    public bool IsPosted { get; init; }
}
