using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>What the actions on definitions, settings and roles have in common.</summary>
internal static class ConfigurationChange
{
    /// <summary>Null when the principal has the permission.</summary>
    public static Forbidden? FindProblem(TenantConfiguration configuration, Principal principal, Permission permission) =>
        new Authorizer(configuration.Roles).Allows(principal, permission)
            ? null
            : new Forbidden("configuration.not-allowed", $"The permission {permission.Name} is needed.");

    public static void Record(IUnitOfWork work, Principal principal, TimeProvider clock, string action, string note) =>
        work.Record(
            new AuditEvent
            {
                AtUtc = clock.GetUtcNow(),
                Action = action,
                PrincipalKind = principal.Kind,
                PrincipalId = principal.Id,
                PrincipalName = principal.Name,
                Note = note,
            }
        );
}
