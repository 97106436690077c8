using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Users.Accounts;

/// <summary>The permissions about a tenant's people.</summary>
internal static class UserPermissions
{
    /// <summary>Invite people and end their memberships.</summary>
    public static readonly Permission ManageUsers = new("ManageUsers", "Manage users");

    /// <summary>See who works here.</summary>
    public static readonly Permission ViewUsers = new("View Users", "View users", ["ManageUsers", "EditUsers", "AssignRoleToUsers"]);

    /// <summary>Help people who belong to this tenant alone with what they have lost.</summary>
    public static readonly Permission EditUsers = new("EditUsers", "Edit users", ["ManageUsers"]);

    /// <summary>Change the roles of people who are here.</summary>
    public static readonly Permission AssignRoles = new("AssignRoleToUsers", "Give roles to users", ["ManageUsers"]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Permission> All { get; } = [ManageUsers, ViewUsers, EditUsers, AssignRoles];
}
