using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.ContentManagement.Auditing;

/// <summary>Who did what to what, stored in the transaction that did it and never changed afterwards.</summary>
public sealed record AuditEvent
{
    public required DateTimeOffset AtUtc { get; init; }

    /// <summary>The action's name, such as <c>Publish</c>.</summary>
    public required string Action { get; init; }

    public required PrincipalKind PrincipalKind { get; init; }

    /// <summary>The user's or key's id; empty for the system.</summary>
    public string PrincipalId { get; init; } = "";

    public string PrincipalName { get; init; } = "";

    /// <summary>Null for what is not done to a content item.</summary>
    public ContentItemId? ContentItemId { get; init; }

    public ContentItemVersionId? ContentItemVersionId { get; init; }

    public string? ContentType { get; init; }

    /// <summary>What else is worth knowing; no content bodies, no secrets.</summary>
    public string? Note { get; init; }
}
