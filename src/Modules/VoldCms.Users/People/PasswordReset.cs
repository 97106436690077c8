using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.Passkeys;
using VoldCms.Users.SignIn;

namespace VoldCms.Users.People;

/// <summary>A new password by a link. Singleton, thread-safe.</summary>
public sealed class PasswordReset
{
    internal const string WithFactors = """{"factors":true}""";

    private readonly IInstallationDbContexts _installation;
    private readonly SecretLinks _links;

    internal PasswordReset(IInstallationDbContexts installation, SecretLinks links)
    {
        _installation = installation;
        _links = links;
    }

    /// <summary>Makes a link for whoever runs the program: for the day when the last administrator has lost her password.</summary>
    /// <param name="name">The account's name or address.</param>
    /// <param name="withFactors">Whether app, passkeys and recovery codes go too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The secret of the link, this once; null unless there is just one such account.</returns>
    public async Task<string?> MakeLinkAsync(string name, bool withFactors, CancellationToken cancellationToken)
    {
        var folded = AccountRow.Fold(name);
        await using var work = await _installation.BeginAsync(cancellationToken);
        var found = await work
            .Context.Set<AccountRow>()
            .AsNoTracking()
            .Where(row => (folded != "" && (row.UserNameFolded == folded || row.EmailFolded == folded)) || row.AccountId == name)
            .Select(row => row.AccountId)
            .Take(2)
            .ToListAsync(cancellationToken);
        if (found is not [var accountId])
        {
            return null;
        }

        await _links.RevokeEverywhereAsync(work.Context, LinkPurpose.Reset, accountId, cancellationToken);
        var data = withFactors ? WithFactors : "{}";
        var secret = _links.Add(work.Context, LinkPurpose.Reset, accountId, data, createdBy: "", TenantPeople.ResetLifetime);
        await work.CommitAsync(cancellationToken);
        return secret;
    }

    /// <summary>Uses a link of the installation's own.</summary>
    /// <returns>The account; null when the link has been used meanwhile.</returns>
    internal async Task<Account?> CompleteAsync(SecretLink link, string password, CancellationToken cancellationToken)
    {
        await using var work = await _installation.BeginAsync(cancellationToken);
        var account = await CompleteAsync(work.Context, link, password, cancellationToken);
        if (account is not null)
        {
            await work.CommitAsync(cancellationToken);
        }

        return account;
    }

    /// <summary>
    /// Uses the link, in the context's transaction: the password is another, all sessions are over, no device is known. The caller commits.
    /// </summary>
    /// <returns>The account; null when the link has been used meanwhile.</returns>
    internal async Task<Account?> CompleteAsync(CmsDbContext context, SecretLink link, string password, CancellationToken cancellationToken)
    {
        if (!await _links.TryUseAsync(context, link, cancellationToken))
        {
            return null;
        }

        var row = await context.Set<AccountRow>().SingleOrDefaultAsync(each => each.AccountId == link.Subject, cancellationToken);
        if (row is null || await IsElsewheresAsync(context, link, cancellationToken))
        {
            return null;
        }

        await _links.RevokeEverywhereAsync(context, LinkPurpose.Reset, row.AccountId, cancellationToken);

        row.PasswordHash = Passwords.Hash(password);
        row.SecurityStamp = UniqueId.New();
        if (link.Data == WithFactors)
        {
            row.CodeSecret = "";
            row.RecoveryHashes = "";
            await PersonPasskeys.RemoveAllAsync(context, row, cancellationToken);
        }

        await Sessions.EndAllAsync(context, row.AccountId, kept: "", cancellationToken);
        return row.ToAccount();
    }

    // A tenant's link is for somebody who works there alone, also when it is used.
    private static async Task<bool> IsElsewheresAsync(CmsDbContext context, SecretLink link, CancellationToken cancellationToken)
    {
        if (link.TenantId == 0)
        {
            return false;
        }

        var tenants = await context
            .Set<MembershipRow>()
            .IgnoreQueryFilters([CmsDbContext.TenantFilter])
            .Where(row => row.AccountId == link.Subject)
            .Select(row => row.TenantId)
            .ToListAsync(cancellationToken);
        return tenants.Count == 0 || tenants.Any(tenant => tenant != link.TenantId);
    }

    /// <summary>Whose password the link is for.</summary>
    internal async Task<Account?> FindAccountAsync(SecretLink link, CancellationToken cancellationToken)
    {
        await using var context = _installation.Create();
        var row = await context
            .Set<AccountRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.AccountId == link.Subject, cancellationToken);
        return row?.ToAccount();
    }
}
