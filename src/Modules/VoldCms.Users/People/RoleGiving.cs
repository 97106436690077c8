using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.People;

/// <summary>
/// Who may give which roles: whoever may give roles at all gives those whose every permission she has herself, so that nobody raises
/// herself or a friend above her. Immutable.
/// </summary>
internal sealed class RoleGiving(Roles roles, Principal principal)
{
    private readonly Authorizer _authorizer = new(roles);

    /// <summary>The roles that the principal may give and take, by name.</summary>
    public ImmutableArray<string> Allowed =>
        [.. roles.All.Select(role => role.Name).Where(MayGive).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the principal may give and take the role. What everybody has is nobody's to give.</summary>
    public bool MayGive(string name)
    {
        if (IsEverybodys(name) || !_authorizer.Allows(principal, UserPermissions.AssignRoles))
        {
            return false;
        }

        var isAdministrator =
            principal.Kind == PrincipalKind.System || principal.Roles.Contains(Roles.Administrator, StringComparer.OrdinalIgnoreCase);
        return isAdministrator
            || (
                !name.Equals(Roles.Administrator, StringComparison.OrdinalIgnoreCase)
                && roles.Find(name) is { } role
                && role.Permissions.All(granted => _authorizer.Allows(principal, new Permission(granted, "")))
            );
    }

    private static bool IsEverybodys(string name) =>
        name.Equals(Roles.Authenticated, StringComparison.OrdinalIgnoreCase)
        || name.Equals(Roles.Anonymous, StringComparison.OrdinalIgnoreCase);
}
