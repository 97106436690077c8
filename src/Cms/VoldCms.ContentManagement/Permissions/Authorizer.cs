using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>Answers whether a principal may do something, by the roles of one tenant. Immutable and thread-safe.</summary>
public sealed class Authorizer(Roles roles)
{
    /// <summary>Whether the principal has the permission, granted by name or implied.</summary>
    public bool Allows(Principal principal, Permission permission) =>
        HasAll(principal)
        || roles.Grants(principal, permission.Name)
        || permission.ImpliedBy.Any(name => AllowsByName(principal, name, depth: 0));

    /// <summary>Whether the principal may do that to an item of the type.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="operation">What.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="isOwn">The item's owner is the principal.</param>
    public bool Allows(Principal principal, ContentOperation operation, TypeModel type, bool isOwn) =>
        HasAll(principal) || AllowsOperation(principal, operation, type.Settings.Securable ? type.Name : null, isOwn);

    /// <summary>Whether the principal may write drafts of translations into a language.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="culture">The language of the item; null for one that has none.</param>
    /// <param name="first">The language that content is first written in.</param>
    public bool MayTranslate(Principal principal, string? culture, string first)
    {
        var permission = ContentPermissions.TranslateContent.Name;
        return culture is { Length: > 0 }
            && (
                (roles.Grants(principal, permission) && !culture.Equals(first, StringComparison.OrdinalIgnoreCase))
                || roles.Grants(principal, $"{permission}_{culture}")
            );
    }

    // Orchard Core's implications between operations: who may publish may edit, who may edit may view, and so on.
    private static ImmutableArray<ContentOperation> Granters(ContentOperation operation) =>
        operation switch
        {
            ContentOperation.View => [ContentOperation.Edit],
            ContentOperation.Preview => [ContentOperation.Edit, ContentOperation.Publish],
            ContentOperation.Edit => [ContentOperation.Publish],
            ContentOperation.Clone => [ContentOperation.Edit],
            _ => [],
        };

    private bool AllowsOperation(Principal principal, ContentOperation operation, string? securableType, bool isOwn)
    {
        if (ContentPermissions.Granting(operation, securableType, isOwn).Any(name => roles.Grants(principal, name)))
        {
            return true;
        }

        // "View own" comes from "view" alone, so for it the edit of one's own items does not count.
        return Granters(operation)
            .Any(other => AllowsOperation(principal, other, securableType, isOwn && operation is ContentOperation.Edit));
    }

    private static bool HasAll(Principal principal) =>
        principal.Kind == PrincipalKind.System || principal.Roles.Contains(Roles.Administrator, StringComparer.OrdinalIgnoreCase);

    // The longest chain of implications is three long; the bound keeps a careless circle from hanging.
    private bool AllowsByName(Principal principal, string name, int depth) =>
        roles.Grants(principal, name)
        || (
            depth < 8
            && ContentPermissions.All.FirstOrDefault(known => known.Name == name) is { } permission
            && permission.ImpliedBy.Any(other => AllowsByName(principal, other, depth + 1))
        );
}
