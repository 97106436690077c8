using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;

namespace VoldCms.Users.SignIn;

/// <summary>
/// What a person changes of her own account. With a factor or the password all her other sessions end, and no other device is known any
/// more. Singleton, thread-safe.
/// </summary>
internal sealed class OwnAccount(IInstallationDbContexts installation, AppCodes codes, SecretLinks links)
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
                row.RecoveryHashes = "";
                row.SecurityStamp = UniqueId.New();
            },
            cancellationToken
        );

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

    private async Task<Account> ChangeAsync(SignedIn person, Action<AccountRow> change, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        var row = await work.Context.Set<AccountRow>().SingleAsync(each => each.AccountId == person.Account.AccountId, cancellationToken);
        change(row);
        await links.RevokeEverywhereAsync(work.Context, LinkPurpose.Reset, row.AccountId, cancellationToken);
        await Sessions.EndAllAsync(work.Context, row.AccountId, person.Session.SessionId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return row.ToAccount();
    }
}
