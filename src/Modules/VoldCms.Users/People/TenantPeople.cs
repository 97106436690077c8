using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;

namespace VoldCms.Users.People;

/// <summary>
/// The people of the scope's tenant: invited, given other roles, ended, by who may. What belongs to a person (name, address, password,
/// factors) is not touched. Each change writes into the unit of work that it is given; the caller commits. Scoped.
/// </summary>
public sealed class TenantPeople
{
    /// <summary>How long a link for a new password holds.</summary>
    internal static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(24);

    private const int MaximumAddressLength = 254;

    private readonly ITenantDbContexts _contexts;
    private readonly SecretLinks _links;
    private readonly Memberships _memberships;
    private readonly PasswordReset _reset;
    private readonly CurrentPrincipal _principal;
    private readonly TimeProvider _clock;

    internal TenantPeople(
        ITenantDbContexts contexts,
        SecretLinks links,
        Memberships memberships,
        PasswordReset reset,
        CurrentPrincipal principal,
        TimeProvider clock
    )
    {
        _contexts = contexts;
        _links = links;
        _memberships = memberships;
        _reset = reset;
        _principal = principal;
        _clock = clock;
    }

    /// <summary>Everybody who works here, by name, those who have not said yes too.</summary>
    internal async Task<IReadOnlyList<PersonHere>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var rows = await (
            from membership in context.Set<MembershipRow>()
            join account in context.Set<AccountRow>() on membership.AccountId equals account.AccountId into accounts
            from account in accounts.DefaultIfEmpty()
            select new { membership, account }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new PersonHere(
                    Memberships.Read(row.membership),
                    row.account?.ToAccount().Name ?? "",
                    row.account?.Email ?? "",
                    row.account?.Culture ?? "",
                    row.account?.ToAccount().HasSecondFactor == true
                ))
                .OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(person => person.Membership.AccountId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The invitations that nobody has accepted yet.</summary>
    internal async Task<IReadOnlyList<(SecretLink Link, Invitation Invitation)>> ListInvitationsAsync(CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        var links = await _links.ListAsync(context, LinkPurpose.Invitation, cancellationToken);
        return [.. links.Select(link => (link, Invitation.Read(link.Data)))];
    }

    /// <summary>Invites somebody. Whether the address has an account already is not told.</summary>
    /// <returns>The secret of the link, this once; or <see cref="Forbidden"/> or <see cref="Invalid"/>.</returns>
    public async Task<Result<string>> InviteAsync(
        IUnitOfWork work,
        string email,
        string displayName,
        ImmutableArray<string> roles,
        string culture,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if ((FindRefusal(configuration, UserPermissions.ManageUsers) ?? FindRoleRefusal(configuration, roles)) is { } refusal)
        {
            return refusal;
        }

        if (!IsAddress(email))
        {
            return Invalid.Of("user.email", [new("Email", $"'{email}' is no e-mail address; expected one such as kari@example.no")]);
        }

        if (!PersonName.IsAllowed(displayName))
        {
            return Invalid.Of("user.name", [new("DisplayName", PersonName.Expected)]);
        }

        if (roles.IsEmpty)
        {
            return NoRole();
        }

        if (await AccountStore.FindRoleProblemAsync(work, roles, cancellationToken) is { } wrongRole)
        {
            return wrongRole;
        }

        await using var context = _contexts.Create(work);
        var subject = AccountRow.Fold(email);
        if (await FindInvitationRefusalAsync(context, configuration, link => link.Subject == subject, cancellationToken) is { } above)
        {
            return above;
        }

        await _links.RevokeAsync(context, row => row.Purpose == LinkPurpose.Invitation && row.Subject == subject, cancellationToken);
        var secret = _links.Add(
            context,
            LinkPurpose.Invitation,
            subject,
            new Invitation(email, displayName, roles, culture).ToJson(),
            _principal.Value.Id,
            Invitation.Lifetime
        );
        await context.SaveChangesAsync(cancellationToken);
        Record(work, "Invite", string.Join(", ", roles));
        return secret;
    }

    /// <summary>Takes an invitation back.</summary>
    internal async Task<Result<bool>> RevokeInvitationAsync(IUnitOfWork work, string linkId, CancellationToken cancellationToken)
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if (FindRefusal(configuration, UserPermissions.ManageUsers) is { } refusal)
        {
            return refusal;
        }

        await using var context = _contexts.Create(work);
        if (await FindInvitationRefusalAsync(context, configuration, link => link.LinkId == linkId, cancellationToken) is { } above)
        {
            return above;
        }

        var revoked = await _links.RevokeAsync(
            context,
            row => row.LinkId == linkId && row.Purpose == LinkPurpose.Invitation,
            cancellationToken
        );
        Record(work, "RevokeInvitation", linkId);
        return revoked > 0;
    }

    /// <summary>Gives somebody other roles here.</summary>
    internal async Task<Result<bool>> ChangeRolesAsync(
        IUnitOfWork work,
        string accountId,
        ImmutableArray<string> roles,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        await using var context = _contexts.Create(work);
        if (await FindAsync(context, accountId, cancellationToken) is not { } membership)
        {
            return NobodySuch(accountId);
        }

        // Roles that she keeps are nobody's to give.
        var changed = membership.Roles.SymmetricExcept(roles);
        if ((FindRefusal(configuration, UserPermissions.AssignRoles) ?? FindRoleRefusal(configuration, changed)) is { } refusal)
        {
            return refusal;
        }

        if (roles.IsEmpty)
        {
            return NoRole();
        }

        if (await AccountStore.FindRoleProblemAsync(work, roles.Except(membership.Roles), cancellationToken) is { } wrongRole)
        {
            return wrongRole;
        }

        if (!IsAdministrator(roles) && await FindLastAdministratorAsync(context, membership, cancellationToken) is { } last)
        {
            return last;
        }

        membership.RoleNames = MembershipRow.WriteRoles(roles);
        await _links.RevokeAsync(context, row => row.CreatedBy == accountId, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        Record(work, "ChangeUserRoles", $"{accountId}: {string.Join(", ", membership.Roles)}");
        return !changed.IsEmpty;
    }

    /// <summary>Ends somebody's membership here. Her account is hers, and stays.</summary>
    internal async Task<Result<bool>> EndAsync(IUnitOfWork work, string accountId, CancellationToken cancellationToken)
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        await using var context = _contexts.Create(work);
        if (await FindAsync(context, accountId, cancellationToken) is not { } membership)
        {
            return NobodySuch(accountId);
        }

        if ((FindRefusal(configuration, UserPermissions.ManageUsers) ?? FindRoleRefusal(configuration, membership.Roles)) is { } refusal)
        {
            return refusal;
        }

        if (await FindLastAdministratorAsync(context, membership, cancellationToken) is { } last)
        {
            return last;
        }

        // With her go the links that she made, and those that wait for her.
        var address = await context
            .Set<AccountRow>()
            .Where(row => row.AccountId == accountId)
            .Select(row => row.EmailFolded)
            .SingleOrDefaultAsync(cancellationToken);
        await _links.RevokeAsync(
            context,
            row => row.CreatedBy == accountId || row.Subject == accountId || (address != "" && row.Subject == address),
            cancellationToken
        );
        context.Remove(membership);
        await context.SaveChangesAsync(cancellationToken);
        Record(work, "EndMembership", accountId);
        return true;
    }

    /// <summary>
    /// Makes a link for a new password, for somebody who works here alone: an account that is used elsewhere too is its person's.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="accountId">Whose.</param>
    /// <param name="withFactors">Whether app, passkeys and recovery codes go too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The secret of the link, this once.</returns>
    internal async Task<Result<string>> ResetAsync(
        IUnitOfWork work,
        string accountId,
        bool withFactors,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        await using var context = _contexts.Create(work);
        if (await FindAsync(context, accountId, cancellationToken) is not { } membership)
        {
            return NobodySuch(accountId);
        }

        if ((FindRefusal(configuration, UserPermissions.EditUsers) ?? FindRoleRefusal(configuration, membership.Roles)) is { } refusal)
        {
            return refusal;
        }

        var all = await _memberships.ListAsync(accountId, cancellationToken);
        if (membership.AcceptedUtc is null || all.Any(each => each.TenantId != membership.TenantId))
        {
            return new Forbidden("user.elsewhere", "The account belongs to its person, who works elsewhere too, or not here yet.");
        }

        await _links.RevokeAsync(context, row => row.Purpose == LinkPurpose.Reset && row.Subject == accountId, cancellationToken);
        var secret = _links.Add(
            context,
            LinkPurpose.Reset,
            accountId,
            withFactors ? PasswordReset.WithFactors : "{}",
            _principal.Value.Id,
            ResetLifetime
        );
        await context.SaveChangesAsync(cancellationToken);
        Record(work, "ResetUser", accountId);
        return secret;
    }

    /// <summary>Uses a link that was made by <see cref="ResetAsync"/>, on behalf of its person.</summary>
    /// <returns>The account; null when the link has been used meanwhile, or is not this tenant's to use.</returns>
    internal async Task<Account?> CompleteResetAsync(
        IUnitOfWork work,
        SecretLink link,
        string password,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create(work);
        if (await _reset.CompleteAsync(context, link, password, cancellationToken) is not { } account)
        {
            return null;
        }

        await context.SaveChangesAsync(cancellationToken);
        work.Record(Principal.User(account.AccountId, account.AccountId), _clock, "CompleteReset", link.CreatedBy);
        return account;
    }

    private static Task<MembershipRow?> FindAsync(CmsDbContext context, string accountId, CancellationToken cancellationToken) =>
        context.Set<MembershipRow>().SingleOrDefaultAsync(row => row.AccountId == accountId, cancellationToken);

    private static async Task<Conflict?> FindLastAdministratorAsync(
        CmsDbContext context,
        MembershipRow membership,
        CancellationToken cancellationToken
    )
    {
        if (membership.AcceptedUtc is null || !IsAdministrator(membership.Roles))
        {
            return null;
        }

        var others = await context
            .Set<MembershipRow>()
            .AsNoTracking()
            .Where(row => row.AccountId != membership.AccountId && row.AcceptedUtc != null)
            .ToListAsync(cancellationToken);
        return others.Any(row => IsAdministrator(row.Roles))
            ? null
            : new Conflict("user.last-administrator", "This is the last administrator here; make another one first.");
    }

    private static bool IsAdministrator(IEnumerable<string> roles) => roles.Contains(Roles.Administrator, StringComparer.OrdinalIgnoreCase);

    // An invitation is taken back, and replaced, by who may give what it gives.
    private async Task<Forbidden?> FindInvitationRefusalAsync(
        CmsDbContext context,
        TenantConfiguration configuration,
        Func<SecretLink, bool> which,
        CancellationToken cancellationToken
    ) =>
        (await _links.ListAsync(context, LinkPurpose.Invitation, cancellationToken))
            .Where(which)
            .Select(link => FindRoleRefusal(configuration, Invitation.Read(link.Data).RoleNames))
            .FirstOrDefault(refusal => refusal is not null);

    private static Invalid NoRole() =>
        Invalid.Of("user.role", [new("RoleNames", "somebody without a role could do nothing; expected at least one")]);

    private static bool IsAddress(string email) =>
        email.Length <= MaximumAddressLength
        && !email.Any(char.IsWhiteSpace)
        && PersonName.IsAllowed(email)
        && System.Net.Mail.MailAddress.TryCreate(email, out var address)
        && address.Address == email;

    private static NotFound NobodySuch(string accountId) => new("user.not-found", $"Nobody with the id '{accountId}' works here.");

    private Forbidden? FindRefusal(TenantConfiguration configuration, Permission permission) =>
        new Authorizer(configuration.Roles).Allows(_principal.Value, permission)
            ? null
            : new Forbidden("user.not-allowed", $"The permission {permission.Name} is needed.");

    private Forbidden? FindRoleRefusal(TenantConfiguration configuration, IEnumerable<string> roles)
    {
        var giving = new RoleGiving(configuration.Roles, _principal.Value);
        return roles.FirstOrDefault(role => !giving.MayGive(role)) is { } above
            ? new Forbidden("user.role-above", $"The role '{above}' may do what whoever gives or takes it may not.")
            : null;
    }

    private void Record(IUnitOfWork work, string action, string note) => work.Record(_principal.Value, _clock, action, note);
}
