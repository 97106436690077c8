using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;
using VoldCms.Users.Passkeys;

namespace VoldCms.Users.SignIn;

/// <summary>
/// What a person changes of her own account. With a factor or the password all her other sessions end, and no other device is known any
/// more. Singleton, thread-safe.
/// </summary>
internal sealed class OwnAccount(IInstallationDbContexts installation, AppCodes codes, SecretLinks links, TimeProvider clock)
{
    /// <summary>Sets up an app whose code has just been shown.</summary>
    /// <param name="person">Who.</param>
    /// <param name="secret">The app's.</param>
    /// <param name="step">See <see cref="AppCodes.FindStep"/>: the code that was shown is used.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>New recovery codes, this once, and the account as it is now.</returns>
    public async Task<(IReadOnlyList<string> Recovery, Account Account)> SetAppAsync(
        SignedIn person,
        string secret,
        long step,
        CancellationToken cancellationToken
    )
    {
        var recovery = RecoveryCodes.New();
        var account = await ChangeAsync(
            person,
            row =>
            {
                row.CodeSecret = codes.Protect(secret);
                row.CodeStep = step;
                row.RecoveryHashes = RecoveryCodes.Hash(recovery);
                row.SecurityStamp = UniqueId.New();
            },
            cancellationToken
        );
        return (recovery, account);
    }

    /// <summary>Takes the app away, and the recovery codes with it.</summary>
    public Task<Account> RemoveAppAsync(SignedIn person, CancellationToken cancellationToken) =>
        ChangeAsync(
            person,
            row =>
            {
                row.CodeSecret = "";
                ForgetRecoveryWithoutFactor(row);
                row.SecurityStamp = UniqueId.New();
            },
            cancellationToken
        );

    /// <summary>Keeps a passkey that has just been made, and judged.</summary>
    /// <returns>New recovery codes, this once, where there were none; the account. Null where she has as many as one may.</returns>
    public async Task<(IReadOnlyList<string>? Recovery, Account Account)?> AddPasskeyAsync(
        SignedIn person,
        UserPasskeyInfo passkey,
        string name,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string>? recovery = null;
        await using var work = await installation.BeginAsync(cancellationToken);
        var row = await FindAsync(work.Context, person, cancellationToken);
        if (row.PasskeyCount >= PersonPasskeys.MostOfOne)
        {
            return null;
        }

        work.Context.Add(PasskeyRow.From(passkey, row.AccountId, name, clock.GetUtcNow()));
        row.PasskeyCount++;
        row.SecurityStamp = UniqueId.New();
        if (row.RecoveryHashes.Length == 0)
        {
            recovery = RecoveryCodes.New();
            row.RecoveryHashes = RecoveryCodes.Hash(recovery);
        }

        return (recovery, await StoreAsync(work, row, person, cancellationToken));
    }

    /// <summary>Takes one of her passkeys away.</summary>
    /// <returns>The account as it is now; null where it is none of hers.</returns>
    public async Task<Account?> RemovePasskeyAsync(SignedIn person, string passkeyId, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        if (await OwnPasskeys(work.Context, person, passkeyId).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return null;
        }

        var row = await FindAsync(work.Context, person, cancellationToken);
        row.PasskeyCount--;
        row.SecurityStamp = UniqueId.New();
        ForgetRecoveryWithoutFactor(row);
        return await StoreAsync(work, row, person, cancellationToken);
    }

    /// <summary>Calls one of her passkeys something else.</summary>
    public async Task RenamePasskeyAsync(SignedIn person, string passkeyId, string name, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        await OwnPasskeys(work.Context, person, passkeyId)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Name, name), cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Makes new recovery codes; those before open nothing any more.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryAsync(SignedIn person, CancellationToken cancellationToken)
    {
        var recovery = RecoveryCodes.New();
        await ChangeAsync(person, row => row.RecoveryHashes = RecoveryCodes.Hash(recovery), cancellationToken);
        return recovery;
    }

    /// <summary>Sets another password, which has been judged.</summary>
    public Task<Account> SetPasswordAsync(SignedIn person, string password, CancellationToken cancellationToken) =>
        ChangeAsync(
            person,
            row =>
            {
                row.PasswordHash = Passwords.Hash(password);
                row.SecurityStamp = UniqueId.New();
            },
            cancellationToken
        );

    /// <summary>The language that she works in.</summary>
    public async Task SetCultureAsync(SignedIn person, string culture, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        await work
            .Context.Set<AccountRow>()
            .Where(row => row.AccountId == person.Account.AccountId)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Culture, culture), cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Ends one of her sessions.</summary>
    public async Task EndSessionAsync(SignedIn person, string sessionId, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        await Sessions.EndAsync(work.Context, person.Account.AccountId, sessionId, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Ends all her sessions but the one that asks.</summary>
    public async Task EndOtherSessionsAsync(SignedIn person, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        await Sessions.EndAllAsync(work.Context, person.Account.AccountId, person.Session.SessionId, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    // Recovery codes stand for a lost factor; without any they would be a factor of their own.
    private static void ForgetRecoveryWithoutFactor(AccountRow row)
    {
        if (row.CodeSecret.Length == 0 && row.PasskeyCount == 0)
        {
            row.RecoveryHashes = "";
        }
    }

    private static IQueryable<PasskeyRow> OwnPasskeys(CmsDbContext context, SignedIn person, string passkeyId) =>
        context.Set<PasskeyRow>().Where(row => row.PasskeyId == passkeyId && row.AccountId == person.Account.AccountId);

    private static Task<AccountRow> FindAsync(CmsDbContext context, SignedIn person, CancellationToken cancellationToken) =>
        context.Set<AccountRow>().SingleAsync(each => each.AccountId == person.Account.AccountId, cancellationToken);

    private async Task<Account> ChangeAsync(SignedIn person, Action<AccountRow> change, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        var row = await FindAsync(work.Context, person, cancellationToken);
        change(row);
        return await StoreAsync(work, row, person, cancellationToken);
    }

    private async Task<Account> StoreAsync(IInstallationWork work, AccountRow row, SignedIn person, CancellationToken cancellationToken)
    {
        await links.RevokeEverywhereAsync(work.Context, LinkPurpose.Reset, row.AccountId, cancellationToken);
        await Sessions.EndAllAsync(work.Context, row.AccountId, person.Session.SessionId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return row.ToAccount();
    }
}
