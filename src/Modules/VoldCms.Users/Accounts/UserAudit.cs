using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Users.Accounts;

/// <summary>What is kept of who did what to whom: ids alone, names are looked up when somebody reads it.</summary>
internal static class UserAudit
{
    /// <summary>Records in the transaction what is done in it.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="clock">The time.</param>
    /// <param name="action">The action's name, such as <c>Invite</c>.</param>
    /// <param name="note">To whom, by id, and what; null where it is to herself.</param>
    public static void Record(this IUnitOfWork work, Principal who, TimeProvider clock, string action, string? note) =>
        work.Record(
            new AuditEvent
            {
                AtUtc = clock.GetUtcNow(),
                Action = action,
                PrincipalKind = who.Kind,
                PrincipalId = who.Id,
                PrincipalName = who.Name,
                Note = note,
            }
        );
}
