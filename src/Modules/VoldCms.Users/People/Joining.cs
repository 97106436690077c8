using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.People;

/// <summary>
/// How a person becomes a member of the scope's tenant: she accepts an invitation, with a new account or with the one that she has, or a
/// membership that waits for her. Each is one transaction: cut off before its end nothing has happened, and the link still holds. Scoped.
/// </summary>
internal sealed class Joining(
    IUnitOfWorkFactory units,
    ITenantDbContexts contexts,
    SecretLinks links,
    CurrentPrincipal principal,
    TimeProvider clock
)
{
    /// <summary>Accepts an invitation with a new account, whose name is the address.</summary>
    /// <returns>The account; null when the link has been used meanwhile, or the address has an account already.</returns>
    public async Task<Account?> AcceptNewAsync(SecretLink link, string displayName, string password, CancellationToken cancellationToken)
    {
        var invitation = Invitation.Read(link.Data);
        await using var work = await units.BeginAsync(cancellationToken);
        await using var context = contexts.Create(work);
        if (
            await HasAccountAsync(context, invitation.Email, cancellationToken)
            || !await HoldsAsync(work, context, link, cancellationToken)
            || !await links.TryUseAsync(context, link, cancellationToken)
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var account = new Account
        {
            AccountId = UniqueId.New(),
            UserName = invitation.Email,
            DisplayName = displayName,
            Email = invitation.Email,
            PasswordHash = Passwords.Hash(password),
            SecurityStamp = UniqueId.New(),
            Culture = invitation.Culture,
        };
        context.Add(AccountRow.From(account, now));
        await JoinAsync(work, context, account.AccountId, invitation.RoleNames, cancellationToken);
        return account;
    }

    /// <summary>Accepts an invitation with the account that its person has signed in to.</summary>
    /// <returns>False when the link has been used meanwhile.</returns>
    public async Task<bool> AcceptAsync(SecretLink link, Account account, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(cancellationToken);
        await using var context = contexts.Create(work);
        if (!await HoldsAsync(work, context, link, cancellationToken) || !await links.TryUseAsync(context, link, cancellationToken))
        {
            return false;
        }

        await JoinAsync(work, context, account.AccountId, Invitation.Read(link.Data).RoleNames, cancellationToken);
        return true;
    }

    /// <summary>Says yes or no to a membership that waits.</summary>
    public async Task AnswerAsync(Account account, bool isYes, CancellationToken cancellationToken)
    {
        await using var work = await units.BeginAsync(cancellationToken);
        await using var context = contexts.Create(work);
        var waiting = await context
            .Set<MembershipRow>()
            .SingleOrDefaultAsync(row => row.AccountId == account.AccountId && row.AcceptedUtc == null, cancellationToken);
        if (waiting is null)
        {
            return;
        }

        if (isYes)
        {
            waiting.AcceptedUtc = clock.GetUtcNow().UtcTicks;
            await links.RevokeEverywhereAsync(context, LinkPurpose.Reset, account.AccountId, cancellationToken);
        }
        else
        {
            context.Remove(waiting);
        }

        await StoreAsync(work, context, account.AccountId, isYes ? "AcceptMembership" : "DeclineMembership", cancellationToken);
    }

    /// <summary>Whether somebody has the address, or the name that it would be.</summary>
    private static Task<bool> HasAccountAsync(CmsDbContext context, string email, CancellationToken cancellationToken)
    {
        var folded = AccountRow.Fold(email);
        return context.Set<AccountRow>().AnyAsync(row => row.EmailFolded == folded || row.UserNameFolded == folded, cancellationToken);
    }

    // Whoever made it may still give what it gives: a role that is lost counts at once, and so do the invitations of its holder.
    private static async Task<bool> HoldsAsync(IUnitOfWork work, CmsDbContext context, SecretLink link, CancellationToken cancellationToken)
    {
        if (link.CreatedBy.Length == 0)
        {
            return true;
        }

        var maker = await context
            .Set<MembershipRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.AccountId == link.CreatedBy && row.AcceptedUtc != null, cancellationToken);
        if (maker is null)
        {
            return false;
        }

        var roles = (await work.GetConfigurationAsync(cancellationToken)).Roles;
        var principal = SessionAuthenticator.PrincipalOf(Memberships.Read(maker));
        return new Authorizer(roles).Allows(principal, UserPermissions.ManageUsers)
            && Invitation.Read(link.Data).RoleNames.All(new RoleGiving(roles, principal).MayGive);
    }

    private async Task JoinAsync(
        IUnitOfWork work,
        CmsDbContext context,
        string accountId,
        IEnumerable<string> roles,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcTicks;
        var membership = await context.Set<MembershipRow>().SingleOrDefaultAsync(row => row.AccountId == accountId, cancellationToken);
        if (membership is null)
        {
            membership = new MembershipRow
            {
                AccountId = accountId,
                RoleNames = "",
                CreatedUtc = now,
            };
            context.Add(membership);
        }

        membership.RoleNames = MembershipRow.WriteRoles(membership.Roles.Union(roles));
        membership.AcceptedUtc ??= now;
        await links.RevokeEverywhereAsync(context, LinkPurpose.Reset, accountId, cancellationToken);
        await StoreAsync(work, context, accountId, "AcceptInvitation", cancellationToken);
    }

    private async Task StoreAsync(
        IUnitOfWork work,
        CmsDbContext context,
        string accountId,
        string action,
        CancellationToken cancellationToken
    )
    {
        principal.Value = Principal.User(accountId, accountId);
        await context.SaveChangesAsync(cancellationToken);
        work.Record(principal.Value, clock, action, note: null);
        await work.CommitAsync(cancellationToken);
    }
}
