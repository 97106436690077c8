using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>How permissions given for a role meet those that it has (Orchard Core's <c>PermissionBehavior</c>).</summary>
public enum PermissionBehavior
{
    /// <summary>The role has exactly the permissions given.</summary>
    Replace,

    /// <summary>The permissions given are added to those the role has.</summary>
    Add,

    /// <summary>The permissions given are taken from the role.</summary>
    Remove,
}

/// <summary>One role to make or change.</summary>
/// <param name="Name">The role.</param>
/// <param name="Description">Null keeps what there is.</param>
/// <param name="Permissions">Names, known or not: a module that comes later may know them.</param>
/// <param name="Behavior">How they meet those that the role has.</param>
public sealed record RoleChange(string Name, string? Description, ImmutableArray<string> Permissions, PermissionBehavior Behavior);

/// <summary>Makes and changes roles. The administrator has every permission, so what is given for it is passed over.</summary>
public sealed class ChangeRoles(CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>Whether anything changed; or <see cref="Forbidden"/>.</returns>
    public async ValueTask<Result<bool>> RunAsync(IUnitOfWork work, IReadOnlyList<RoleChange> changes, CancellationToken cancellationToken)
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if (ConfigurationChange.FindProblem(configuration, principal.Value, SitePermissions.ManageRoles) is { } forbidden)
        {
            return forbidden;
        }

        var roles = changes.Aggregate(configuration.Roles, Apply);
        var json = roles.ToJson().ToJsonString();
        if (json == configuration.Roles.ToJson().ToJsonString())
        {
            return false;
        }

        await work.Documents.SetAsync(Roles.DocumentName, json, cancellationToken);
        ConfigurationChange.Record(
            work,
            principal.Value,
            clock,
            nameof(ChangeRoles),
            string.Join(", ", changes.Select(change => change.Name))
        );
        return true;
    }

    private static Roles Apply(Roles roles, RoleChange change)
    {
        var isAdministrator = string.Equals(change.Name, Roles.Administrator, StringComparison.OrdinalIgnoreCase);
        var given = isAdministrator ? [] : change.Permissions.ToImmutableSortedSet(StringComparer.Ordinal);
        if (roles.Find(change.Name) is not { } role)
        {
            var granted = change.Behavior == PermissionBehavior.Remove ? [] : given.Union(DefaultGrants.For(change.Name));
            return roles.With(new(change.Name, change.Description ?? "", granted));
        }

        return roles.With(
            role with
            {
                Description = change.Description ?? role.Description,
                Permissions = change.Behavior switch
                {
                    PermissionBehavior.Replace => given,
                    PermissionBehavior.Add => role.Permissions.Union(given),
                    _ => role.Permissions.Except(given),
                },
            }
        );
    }
}
