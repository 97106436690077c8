using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentManagement.Auditing;

/// <summary>Who did what to what, stored in the transaction that did it and never changed afterwards.</summary>
public sealed record AuditEvent
{
    /// <summary>When it was done.</summary>
    public required DateTimeOffset AtUtc { get; init; }

    /// <summary>The action's name, such as <c>Publish</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What kind of principal did it.</summary>
    public required PrincipalKind PrincipalKind { get; init; }

    /// <summary>The user's or key's id; empty for the system.</summary>
    public string PrincipalId { get; init; } = "";

    /// <summary>The name of the user or key at that moment; empty for the system.</summary>
    public string PrincipalName { get; init; } = "";

    /// <summary>Null for what is not done to a content item.</summary>
    public ContentItemId? ContentItemId { get; init; }

    /// <summary>The version that the action wrote or ended; null for what is not done to a content item.</summary>
    public ContentItemVersionId? ContentItemVersionId { get; init; }

    /// <summary>The item's content type; null for what is not done to a content item.</summary>
    public string? ContentType { get; init; }

    /// <summary>What else is worth knowing; no content bodies, no secrets.</summary>
    public string? Note { get; init; }
}
