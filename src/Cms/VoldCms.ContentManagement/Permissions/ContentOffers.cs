using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>
/// What may be offered to somebody: a button, a field in a form. It decides nothing: the action that is pressed asks again, on the item
/// that it has loaded. Immutable.
/// </summary>
public sealed class ContentOffers(Roles roles, Principal principal)
{
    private readonly Authorizer _authorizer = new(roles);

    /// <summary>Fields above it are not for her.</summary>
    public VisibilityLevel MaximumVisibility =>
        _authorizer.Allows(principal, ContentPermissions.ViewSecretContent) ? VisibilityLevel.Secret
        : _authorizer.Allows(principal, ContentPermissions.ViewInternalContent) ? VisibilityLevel.Internal
        : VisibilityLevel.Public;

    /// <summary>Saving drafts of an item.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="owner">The item's owner; empty when nobody owns it.</param>
    public bool Editing(TypeModel type, string owner) => Allows(ContentOperation.Edit, type, owner);

    /// <summary>Saving drafts of translations into a language.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="culture">The item's language; null for one without.</param>
    /// <param name="first">The language that content is first written in.</param>
    public bool Translating(TypeModel type, string? culture, string first) =>
        type.IsLocalized && _authorizer.MayTranslate(principal, culture, first);

    /// <summary>Making an item of the type.</summary>
    public bool Making(TypeModel type) => Editing(type, principal.Id);

    /// <summary>Publishing an item, and taking it off.</summary>
    /// <inheritdoc cref="Editing"/>
    public bool Publishing(TypeModel type, string owner) => Allows(ContentOperation.Publish, type, owner);

    /// <summary>Removing an item.</summary>
    /// <inheritdoc cref="Editing"/>
    public bool Removing(TypeModel type, string owner) => Allows(ContentOperation.Delete, type, owner);

    private bool Allows(ContentOperation operation, TypeModel type, string owner) =>
        _authorizer.Allows(principal, operation, type, isOwn: owner.Length > 0 && owner == principal.Id);
}
