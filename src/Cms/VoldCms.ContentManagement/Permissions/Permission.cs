using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>Something that a role may be granted.</summary>
/// <param name="Name">Orchard Core's name where it has one.</param>
/// <param name="Description">For the role editor, in English.</param>
/// <param name="ImpliedBy">Permissions that bring this one along.</param>
public sealed record Permission(string Name, string Description, ImmutableArray<string> ImpliedBy)
{
    public Permission(string name, string description)
        : this(name, description, []) { }
}

/// <summary>What can be done to content, each with its family of permissions.</summary>
public enum ContentOperation
{
    View,
    Preview,
    Edit,
    Publish,
    Delete,
    Clone,
}

/// <summary>The permissions about content.</summary>
public static class ContentPermissions
{
    public static readonly Permission ListContent = new("ListContent", "List content items");

    public static readonly Permission AccessContentApi = new("AccessContentApi", "Reach the content API");

    public static readonly Permission ViewInternalContent = new(
        "ViewInternalContent",
        "See items and fields marked internal",
        ["EditContent", "PublishContent", "ViewSecretContent"]
    );

    public static readonly Permission ViewSecretContent = new("ViewSecretContent", "See items and fields marked secret");

    /// <summary>All general permissions about content; those of one type are made from these by name.</summary>
    public static ImmutableArray<Permission> All { get; } =
    [
        new("PublishContent", "Publish or unpublish content for others"),
        new("PublishOwnContent", "Publish or unpublish own content", ["PublishContent"]),
        new("EditContent", "Edit content for others", ["PublishContent"]),
        new("EditOwnContent", "Edit own content", ["EditContent", "PublishOwnContent"]),
        new("DeleteContent", "Delete content for others"),
        new("DeleteOwnContent", "Delete own content", ["DeleteContent"]),
        new("ViewContent", "View all content", ["EditContent"]),
        new("ViewOwnContent", "View own content", ["ViewContent"]),
        new("PreviewContent", "Preview content", ["EditContent", "PublishContent"]),
        new("PreviewOwnContent", "Preview own content", ["PreviewContent"]),
        new("CloneContent", "Clone content", ["EditContent"]),
        new("CloneOwnContent", "Clone own content", ["CloneContent"]),
        new("EditContentOwner", "Edit the owner of a content item"),
        ListContent,
        AccessContentApi,
        ViewInternalContent,
        ViewSecretContent,
    ];

    /// <summary>
    /// The names any one of which allows the operation: <c>PublishContent</c>, for a securable type <c>Publish_Type</c>, for
    /// one's own item <c>PublishOwnContent</c> and <c>PublishOwn_Type</c>. Implications come on top.
    /// </summary>
    public static IEnumerable<string> Granting(ContentOperation operation, string? securableType, bool isOwn)
    {
        yield return $"{operation}Content";
        if (securableType is not null)
        {
            yield return $"{operation}_{securableType}";
        }

        if (isOwn)
        {
            yield return $"{operation}OwnContent";
            if (securableType is not null)
            {
                yield return $"{operation}Own_{securableType}";
            }
        }
    }
}
