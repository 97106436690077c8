using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.Users.Accounts;
using VoldCms.Users.ApiKeys;

namespace VoldCms.Users.SignIn;

/// <summary>Whose account has to have a second factor: that of whoever may publish, or give roles or keys, somewhere. Singleton.</summary>
internal sealed class SecondFactorRule(TenantConfigurations configurations, Memberships memberships, IOptions<DoorOptions> options)
{
    private static readonly ImmutableArray<string> s_giving =
    [
        "ManageUsers",
        "EditUsers",
        "AssignRoleToUsers",
        SitePermissions.ManageRoles.Name,
        SitePermissions.ManageRecipes.Name,
        ApiKeyStore.ManageApiKeys.Name,
    ];

    /// <summary>Whether the person has none and needs one.</summary>
    public async Task<bool> AsksAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.HasSecondFactor || !options.Value.RequireSecondFactor)
        {
            return false;
        }

        foreach (var membership in await memberships.ListAsync(account.AccountId, cancellationToken))
        {
            if (membership.IsAccepted && IsPowerful(membership, await RolesOfAsync(membership.TenantId, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Roles> RolesOfAsync(int tenant, CancellationToken cancellationToken) =>
        (await configurations.GetRecentAsync(new(tenant), cancellationToken)).Configuration.Roles;

    private static bool IsPowerful(Membership membership, Roles roles) =>
        membership.RoleNames.Any(name =>
            name.Equals(Roles.Administrator, StringComparison.OrdinalIgnoreCase)
            || roles
                .Find(name)
                ?.Permissions.Any(granted => granted.StartsWith("Publish", StringComparison.Ordinal) || s_giving.Contains(granted)) == true
        );
}
