using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.Passkeys;

/// <summary>What a page asks of a browser that keeps passkeys.</summary>
/// <param name="Options">For the browser, JSON of WebAuthn.</param>
/// <param name="State">What the form sends back beside the answer.</param>
internal sealed record PasskeyQuestion(string Options, string State);

/// <summary>A passkey as its person sees it. Immutable.</summary>
internal sealed record Passkey(string PasskeyId, string Name, DateTimeOffset CreatedAt, DateTimeOffset UsedAt);

/// <summary>
/// Passkeys (WebAuthn), asked for and judged by ASP.NET Core Identity's handler; user verification is required, so that one is two factors
/// at once. Scoped.
/// </summary>
internal sealed class PersonPasskeys(
    IPasskeyHandler<Account> handler,
    PasskeyChallenges challenges,
    IInstallationDbContexts installation,
    TimeProvider clock
)
{
    /// <summary>The most that one person has.</summary>
    public const int MostOfOne = 20;

    private const int LongestAnswer = 16_384;

    /// <summary>Asks for a passkey: of the account, or of whoever it may be.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext http, Account? account)
    {
        var asked = await handler.MakeRequestOptionsAsync(account, http);
        return new(asked.RequestOptionsJson, challenges.Protect(asked.AssertionState ?? ""));
    }

    /// <summary>Offers to make one.</summary>
    public async Task<PasskeyQuestion> OfferAsync(HttpContext http, Account account)
    {
        var user = new PasskeyUserEntity
        {
            Id = account.AccountId,
            Name = account.UserName,
            DisplayName = account.Name,
        };
        var offered = await handler.MakeCreationOptionsAsync(user, http);
        return new(offered.CreationOptionsJson, challenges.Protect(offered.AttestationState ?? ""));
    }

    /// <summary>Judges what a browser has answered, and remembers that the passkey was used.</summary>
    /// <returns>Whose it is; null when the answer is wrong, has been given before or came too late.</returns>
    public async Task<Account?> CheckAsync(HttpContext http, string? state, string? answer, CancellationToken cancellationToken)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || challenges.Take(state) is not { } asked)
        {
            return null;
        }

        var judged = await handler.PerformAssertionAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer,
                AssertionState = asked,
            }
        );
        return judged.Succeeded && await UseAsync(judged.Passkey, cancellationToken) ? judged.User : null;
    }

    /// <summary>Judges a passkey that has just been made for the account.</summary>
    /// <returns>Null when it was made for somebody else, or wrongly.</returns>
    public async Task<UserPasskeyInfo?> ReadNewAsync(HttpContext http, Account account, string? state, string? answer)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || challenges.Take(state) is not { } asked)
        {
            return null;
        }

        var judged = await handler.PerformAttestationAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer,
                AttestationState = asked,
            }
        );
        return judged.Succeeded && judged.UserEntity.Id == account.AccountId ? judged.Passkey : null;
    }

    /// <summary>A person's passkeys, the newest first.</summary>
    public async Task<IReadOnlyList<Passkey>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = installation.Create();
        var rows = await context
            .Set<PasskeyRow>()
            .AsNoTracking()
            .Where(row => row.AccountId == accountId)
            .OrderByDescending(row => row.CreatedUtc)
            .ThenBy(row => row.PasskeyId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Passkey(row.PasskeyId, row.Name, At(row.CreatedUtc), At(row.UsedUtc)))];
    }

    /// <summary>Takes all of a person's passkeys away, in the context's transaction.</summary>
    public static async Task RemoveAllAsync(CmsDbContext context, AccountRow account, CancellationToken cancellationToken)
    {
        await context.Set<PasskeyRow>().Where(row => row.AccountId == account.AccountId).ExecuteDeleteAsync(cancellationToken);
        account.PasskeyCount = 0;
    }

    // Of two answers with one count, which come at once, one is taken.
    private async Task<bool> UseAsync(UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var (id, count, now) = (PasskeyRow.IdOf(passkey.CredentialId), (long)passkey.SignCount, clock.GetUtcNow().UtcTicks);
        await using var work = await installation.BeginAsync(cancellationToken);
        var used = await work
            .Context.Set<PasskeyRow>()
            .Where(row => row.PasskeyId == id && (row.SignCount < count || (row.SignCount == 0 && count == 0)))
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(row => row.SignCount, count)
                        .SetProperty(row => row.IsBackedUp, passkey.IsBackedUp)
                        .SetProperty(row => row.UsedUtc, now),
                cancellationToken
            );
        await work.CommitAsync(cancellationToken);
        return used == 1;
    }

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
