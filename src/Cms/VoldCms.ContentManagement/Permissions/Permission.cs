using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>Something that a role may be granted.</summary>
/// <param name="Name">Orchard Core's name where it has one.</param>
/// <param name="Description">For the role editor, in English.</param>
/// <param name="ImpliedBy">Permissions that bring this one along.</param>
public sealed record Permission(string Name, string Description, ImmutableArray<string> ImpliedBy)
{
    /// <summary>A permission that nothing else grants.</summary>
    public Permission(string name, string description)
        : this(name, description, []) { }
}

/// <summary>What can be done to content, each with its family of permissions.</summary>
public enum ContentOperation
{
    /// <summary>Read what is published.</summary>
    View,

    /// <summary>Read drafts.</summary>
    Preview,

    /// <summary>Save drafts, new ones too.</summary>
    Edit,

    /// <summary>Publish and unpublish.</summary>
    Publish,

    /// <summary>Remove items.</summary>
    Delete,

    /// <summary>Make a draft that starts as a copy.</summary>
    Clone,
}

/// <summary>The permissions about content.</summary>
public static class ContentPermissions
{
    /// <summary>See lists of items, not only single ones.</summary>
    public static readonly Permission ListContent = new("ListContent", "List content items");

    /// <summary>Ask the API over REST and GraphQL.</summary>
    public static readonly Permission AccessContentApi = new("AccessContentApi", "Reach the content API");

    /// <summary>See what is meant for the staff of the municipality.</summary>
    public static readonly Permission ViewInternalContent = new(
        "ViewInternalContent",
        "See items and fields marked internal",
        ["EditContent", "PublishContent", "ViewSecretContent"]
    );

    /// <summary>See everything, also what only a few may know.</summary>
    public static readonly Permission ViewSecretContent = new("ViewSecretContent", "See items and fields marked secret");

    /// <summary>
    /// Write drafts in the languages that content is translated to: every one but the site's first. <c>TranslateContent_nn</c> is for one
    /// language alone, be it the first.
    /// </summary>
    public static readonly Permission TranslateContent = new("TranslateContent", "Write translations of content");

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
        TranslateContent,
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
