using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.Users.Accounts;
using VoldCms.Users.Links;

namespace VoldCms.Users.SignIn;

/// <summary>
/// The sessions of all persons. Each is looked up at every request, so that one that was ended elsewhere is dead at once. Singleton,
/// thread-safe.
/// </summary>
internal sealed class Sessions(IInstallationDbContexts installation, TimeProvider clock)
{
    /// <summary>A session that is not used ends after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Every session ends after this.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private static readonly TimeSpan s_seenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session, in the context's transaction. Every step of a sign-in begins a new one and ends the one before.</summary>
    /// <returns>The secret for the cookie.</returns>
    public string Begin(CmsDbContext context, string accountId, SessionStage stage, string device)
    {
        var secret = LinkToken.New();
        var now = clock.GetUtcNow();
        context.Add(
            new SessionRow
            {
                SessionId = UniqueId.New(),
                SecretHash = LinkToken.Hash(secret)!,
                AccountId = accountId,
                Stage = stage,
                Device = device,
                CreatedUtc = now.UtcTicks,
                SeenUtc = now.UtcTicks,
                ProvedUtc = now.UtcTicks,
                ExpiresUtc = (now + Lifetime).UtcTicks,
            }
        );
        return secret;
    }

    /// <summary>The session of that secret and its person; null when it has ended, or the person may not sign in.</summary>
    public async Task<SignedIn?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (LinkToken.Hash(secret) is not { } hash)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (unused, current) = ((now - Idle).UtcTicks, now.UtcTicks);
        await using var context = installation.Create();
        var found = await (
            from session in context.Set<SessionRow>()
            join account in context.Set<AccountRow>() on session.AccountId equals account.AccountId
            where session.SecretHash == hash && session.ExpiresUtc > current && session.SeenUtc > unused && account.IsEnabled
            select new { session, account }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (now.UtcTicks - found.session.SeenUtc > s_seenEvery.Ticks)
        {
            await SeeAsync(found.session.SessionId, now, cancellationToken);
        }

        return new(Read(found.session), found.account.ToAccount());
    }

    /// <summary>Where a person is signed in, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (unused, current) = ((now - Idle).UtcTicks, now.UtcTicks);
        await using var context = installation.Create();
        var rows = await context
            .Set<SessionRow>()
            .AsNoTracking()
            .Where(row => row.AccountId == accountId && row.ExpiresUtc > current && row.SeenUtc > unused)
            .Where(row => row.Stage != SessionStage.Code)
            .OrderByDescending(row => row.CreatedUtc)
            .ThenBy(row => row.SessionId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Ends one of a person's sessions, in the context's transaction.</summary>
    public static Task EndAsync(CmsDbContext context, string accountId, string sessionId, CancellationToken cancellationToken) =>
        context
            .Set<SessionRow>()
            .Where(row => row.AccountId == accountId && row.SessionId == sessionId)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends all sessions of a person but one, in the context's transaction.</summary>
    /// <param name="context">The transaction's.</param>
    /// <param name="accountId">Whose.</param>
    /// <param name="kept">The id of the one that goes on; empty for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task EndAllAsync(CmsDbContext context, string accountId, string kept, CancellationToken cancellationToken) =>
        context.Set<SessionRow>().Where(row => row.AccountId == accountId && row.SessionId != kept).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Takes away the person's sessions that are over, in the context's transaction.</summary>
    public Task SweepAsync(CmsDbContext context, string accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (unused, current) = ((now - Idle).UtcTicks, now.UtcTicks);
        return context
            .Set<SessionRow>()
            .Where(row => row.AccountId == accountId && (row.ExpiresUtc <= current || row.SeenUtc <= unused))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The person has shown a factor again.</summary>
    public Task ProveAsync(CmsDbContext context, string sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcTicks;
        return context
            .Set<SessionRow>()
            .Where(row => row.SessionId == sessionId)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.ProvedUtc, now), cancellationToken);
    }

    private async Task SeeAsync(string sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var work = await installation.BeginAsync(cancellationToken);
        await work
            .Context.Set<SessionRow>()
            .Where(row => row.SessionId == sessionId)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.SeenUtc, now.UtcTicks), cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    private static Session Read(SessionRow row) =>
        new(row.SessionId, row.Stage, row.Device, At(row.CreatedUtc), At(row.SeenUtc), At(row.ProvedUtc));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
