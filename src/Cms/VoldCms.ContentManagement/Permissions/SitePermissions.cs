using System.Collections.Immutable;

namespace VoldCms.ContentManagement.Permissions;

/// <summary>The permissions about what is not content: definitions, settings, roles, recipes, tenants.</summary>
public static class SitePermissions
{
    /// <summary>Change content types and parts.</summary>
    public static readonly Permission EditContentTypes = new("EditContentTypes", "Edit content definitions");

    /// <summary>Change the tenant's settings.</summary>
    public static readonly Permission ManageSettings = new("ManageSettings", "Change settings");

    /// <summary>Change roles and their permissions.</summary>
    public static readonly Permission ManageRoles = new("ManageRoles", "Change roles and what they are granted");

    /// <summary>Run recipes in the tenant.</summary>
    public static readonly Permission ManageRecipes = new("ManageRecipes", "Run recipes");

    /// <summary>Create, set up and remove tenants of the installation.</summary>
    public static readonly Permission ManageTenants = new("ManageTenants", "Create, set up and remove tenants");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Permission> All { get; } = [EditContentTypes, ManageSettings, ManageRoles, ManageRecipes, ManageTenants];
}

/// <summary>What a role of a well-known name is granted when it is first made (contract section 7).</summary>
public static class DefaultGrants
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> s_byRole = new Dictionary<string, ImmutableArray<string>>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Editor"] =
        [
            "PublishContent",
            "EditContent",
            "DeleteContent",
            "PreviewContent",
            "CloneContent",
            "ListContent",
            "LocalizeContent",
            "AccessAdminPanel",
        ],
        ["Moderator"] = ["AccessAdminPanel"],
        ["Author"] =
        [
            "PublishOwnContent",
            "EditOwnContent",
            "DeleteOwnContent",
            "PreviewOwnContent",
            "CloneOwnContent",
            "LocalizeOwnContent",
            "AccessAdminPanel",
        ],
        ["Contributor"] = ["EditOwnContent", "PreviewOwnContent", "CloneOwnContent", "LocalizeOwnContent", "AccessAdminPanel"],
        [Roles.Authenticated] = ["ViewContent"],
        [Roles.Anonymous] = ["ViewContent"],
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>None for names that are not well known.</summary>
    public static ImmutableArray<string> For(string role) => s_byRole.GetValueOrDefault(role, []);
}
