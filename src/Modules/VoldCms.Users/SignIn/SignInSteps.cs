using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.Data.Tenancy;
using VoldCms.Hosting.RateLimits;
using VoldCms.Users.Accounts;
using VoldCms.Users.Passkeys;

namespace VoldCms.Users.SignIn;

/// <summary>What came of a step of the sign-in. A closed set.</summary>
internal abstract record SignInAnswer
{
    private SignInAnswer() { }

    /// <summary>The step is done; the session stands at that stage.</summary>
    public sealed record Done(SessionStage Stage) : SignInAnswer;

    /// <summary>Name, password or code was wrong. It is not told which.</summary>
    public sealed record Wrong : SignInAnswer;

    /// <summary>Too much has been tried.</summary>
    public sealed record Wait(TimeSpan For) : SignInAnswer;
}

/// <summary>
/// The steps of a sign-in, from a name and a password to a session. Each step that is right begins a new session and ends the one before,
/// so that no secret known earlier opens anything. Scoped.
/// </summary>
internal sealed class SignInSteps(
    IInstallationDbContexts installation,
    Sessions sessions,
    DoorCookies cookies,
    SignInBrake brake,
    AppCodes codes,
    PersonPasskeys passkeys,
    SecondFactorRule rule
)
{
    // Accounts of before may share a name; nobody has more than these.
    private const int MostOfOneName = 4;

    /// <summary>The first step: name or address, and password.</summary>
    public async Task<SignInAnswer> EnterAsync(HttpContext http, string name, string password, CancellationToken cancellationToken)
    {
        var folded = AccountRow.Fold(name.Trim());
        var found = await FindAsync(folded, cancellationToken);
        var device = found.Select(account => cookies.FindDevice(http.Request, account)).FirstOrDefault(mark => mark is not null);
        var sender = SenderCounts.FindSender(http);
        if (brake.Try(folded, sender, device) is { } wait)
        {
            return new SignInAnswer.Wait(wait);
        }

        // Of nobody a password is judged too: it takes as long.
        Account? entered = null;
        var isOutdated = false;
        foreach (var account in found.Cast<Account?>().DefaultIfEmpty())
        {
            if (Passwords.Verify(account, password, out var outdated))
            {
                (entered, isOutdated) = (account, outdated);
            }
        }

        if (entered is null)
        {
            return new SignInAnswer.Wrong();
        }

        brake.Succeed(folded, sender, device);
        if (isOutdated)
        {
            await RehashAsync(entered, password, cancellationToken);
        }

        return await BeginAsync(http, entered, before: null, isCodeShown: false, cancellationToken);
    }

    /// <summary>The second step: a code of the app, or one of the recovery codes.</summary>
    public async Task<SignInAnswer> EnterCodeAsync(HttpContext http, SignedIn person, string code, CancellationToken cancellationToken) =>
        await CheckCodeAsync(http, person.Account, code, cancellationToken)
        ?? await BeginAsync(http, person.Account, person.Session, isCodeShown: true, cancellationToken);

    /// <summary>The person shows again that it is she: by a code where she has a second factor, else by the password.</summary>
    public async Task<SignInAnswer> ProveAsync(HttpContext http, SignedIn person, string shown, CancellationToken cancellationToken)
    {
        var refused = person.Account.HasSecondFactor
            ? await CheckCodeAsync(http, person.Account, shown, cancellationToken)
            : CheckPassword(http, person.Account, shown);
        if (refused is not null)
        {
            return refused;
        }

        return await FreshenAsync(person, cancellationToken);
    }

    /// <summary>Both steps at once, or the second: by a passkey.</summary>
    /// <param name="http">The request, whose answer gets the cookies.</param>
    /// <param name="person">Who has taken the first step; null for whoever the passkey says.</param>
    /// <param name="state">See <see cref="PasskeyQuestion.State"/>.</param>
    /// <param name="answer">What the browser has answered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SignInAnswer> EnterByPasskeyAsync(
        HttpContext http,
        SignedIn? person,
        string? state,
        string? answer,
        CancellationToken cancellationToken
    ) =>
        await passkeys.CheckAsync(http, state, answer, cancellationToken) is { } account && IsOf(account, person)
            ? await BeginAsync(http, account, person?.Session, isCodeShown: true, cancellationToken)
            : new SignInAnswer.Wrong();

    /// <summary>The person shows again that it is she, by one of her passkeys.</summary>
    public async Task<SignInAnswer> ProveByPasskeyAsync(
        HttpContext http,
        SignedIn person,
        string? state,
        string? answer,
        CancellationToken cancellationToken
    ) =>
        await passkeys.CheckAsync(http, state, answer, cancellationToken) is { } account && IsOf(account, person)
            ? await FreshenAsync(person, cancellationToken)
            : new SignInAnswer.Wrong();

    /// <summary>Begins a session for somebody who has just shown that it is she, by a link or by her password.</summary>
    /// <param name="http">The request, whose answer gets the cookies.</param>
    /// <param name="account">Who.</param>
    /// <param name="before">The session of the step before; it ends.</param>
    /// <param name="isCodeShown">Whether the second factor has been shown too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SignInAnswer> BeginAsync(
        HttpContext http,
        Account account,
        Session? before,
        bool isCodeShown,
        CancellationToken cancellationToken
    )
    {
        var stage =
            account.HasSecondFactor && !isCodeShown ? SessionStage.Code
            : await rule.AsksAsync(account, cancellationToken) ? SessionStage.Enrolling
            : SessionStage.Full;
        var carried =
            before?.SessionId ?? (await sessions.FindAsync(cookies.ReadSession(http.Request), cancellationToken))?.Session.SessionId;
        await using var work = await installation.BeginAsync(cancellationToken);
        if (carried is not null)
        {
            await work.Context.Set<SessionRow>().Where(row => row.SessionId == carried).ExecuteDeleteAsync(cancellationToken);
        }

        await sessions.SweepAsync(work.Context, account.AccountId, cancellationToken);
        var secret = sessions.Begin(work.Context, account.AccountId, stage, DeviceName.Of(http.Request.Headers.UserAgent.ToString()));
        await work.CommitAsync(cancellationToken);
        cookies.WriteSession(http.Response, secret);
        if (stage != SessionStage.Code)
        {
            cookies.WriteDevice(http.Request, http.Response, account);
        }

        return new SignInAnswer.Done(stage);
    }

    private static bool IsOf(Account account, SignedIn? person) => person is null || person.Account.AccountId == account.AccountId;

    private async Task<SignInAnswer> FreshenAsync(SignedIn person, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        await sessions.ProveAsync(work.Context, person.Session.SessionId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return new SignInAnswer.Done(person.Session.Stage);
    }

    private async Task<List<Account>> FindAsync(string folded, CancellationToken cancellationToken)
    {
        if (folded.Length == 0)
        {
            return [];
        }

        await using var context = installation.Create();
        var rows = await context
            .Set<AccountRow>()
            .AsNoTracking()
            .Where(row => row.UserNameFolded == folded || row.EmailFolded == folded)
            .OrderBy(row => row.AccountId)
            .Take(MostOfOneName)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToAccount())];
    }

    private SignInAnswer? CheckPassword(HttpContext http, Account account, string password)
    {
        var (name, sender, device) = Counted(http, account);
        if (brake.Try(name, sender, device) is { } wait)
        {
            return new SignInAnswer.Wait(wait);
        }

        if (!Passwords.Verify(account, password, out _))
        {
            return new SignInAnswer.Wrong();
        }

        brake.Succeed(name, sender, device);
        return null;
    }

    private async Task<SignInAnswer?> CheckCodeAsync(HttpContext http, Account account, string code, CancellationToken cancellationToken)
    {
        var (name, sender, device) = Counted(http, account);
        if (brake.Try(name, sender, device) is { } wait)
        {
            return new SignInAnswer.Wait(wait);
        }

        if (!await UseCodeAsync(account.AccountId, code, cancellationToken))
        {
            return new SignInAnswer.Wrong();
        }

        brake.Succeed(name, sender, device);
        return null;
    }

    // Each code is taken once: of those who come at once with the same, one changes the row.
    private async Task<bool> UseCodeAsync(string accountId, string code, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        var rows = work.Context.Set<AccountRow>().Where(row => row.AccountId == accountId);
        var stored = await rows.AsNoTracking().SingleAsync(cancellationToken);
        var used = 0;
        if (codes.Unprotect(stored.CodeSecret) is { } secret && codes.FindStep(secret, code) is { } step)
        {
            used = await rows.Where(row => row.CodeStep < step)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.CodeStep, step), cancellationToken);
        }
        else if (RecoveryCodes.FindRest(stored.RecoveryHashes, code) is { } rest)
        {
            used = await rows.Where(row => row.RecoveryHashes == stored.RecoveryHashes)
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.RecoveryHashes, rest), cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
        return used == 1;
    }

    // Whoever tries codes knows the password: the account's own count, beside that of names.
    private (string Name, IPAddress? Sender, string? Device) Counted(HttpContext http, Account account) =>
        ($"account {account.AccountId}", SenderCounts.FindSender(http), cookies.FindDevice(http.Request, account));

    private async Task RehashAsync(Account account, string password, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        var row = await work.Context.Set<AccountRow>().SingleAsync(each => each.AccountId == account.AccountId, cancellationToken);
        row.PasswordHash = Passwords.Hash(password);
        await work.CommitAsync(cancellationToken);
    }
}
