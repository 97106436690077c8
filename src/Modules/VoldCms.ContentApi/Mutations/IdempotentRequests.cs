using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VoldCms.ContentApi.Http;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Data.Tenancy;

namespace VoldCms.ContentApi.Mutations;

/// <summary>What is known of a request that came with a key. A closed set.</summary>
internal abstract record KnownRequest
{
    private KnownRequest() { }

    /// <summary>It is the first: work may begin.</summary>
    public sealed record New : KnownRequest;

    /// <summary>It has been answered.</summary>
    public sealed record Answered(Answer Answer) : KnownRequest;

    /// <summary>The key stood for something else.</summary>
    public sealed record Other : KnownRequest;

    /// <summary>It is being worked on, or whoever worked on it was cut off: what came of it is not known here.</summary>
    public sealed record Unknown : KnownRequest;
}

/// <summary>
/// Requests by their <c>Idempotency-Key</c>, for each principal of a tenant: a request that is sent again is answered again, not done
/// again, whichever node it comes to. Kept for a time and to a number. Scoped.
/// </summary>
internal sealed class IdempotentRequests(
    ITenantDbContexts contexts,
    CurrentPrincipal principal,
    TimeProvider clock,
    IOptions<ContentApiOptions> options
)
{
    private const int MaxBodyBytes = 1024 * 1024;

    private string Who => $"{principal.Value.Kind}:{principal.Value.Id}";

    /// <summary>Takes the key for a request, unless it is taken.</summary>
    /// <param name="key">As the client has chosen it.</param>
    /// <param name="requestHash">Of all that is asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<KnownRequest> ClaimAsync(string key, string requestHash, CancellationToken cancellationToken)
    {
        var (who, keyHash) = (Who, Hash(key));
        await using var context = contexts.Create();
        await ForgetOldAsync(context, who, cancellationToken);
        if (await FindAsync(context, who, keyHash, cancellationToken) is { } known)
        {
            return Read(known, requestHash);
        }

        context.Add(
            new AnsweredRequestRow
            {
                Principal = who,
                KeyHash = keyHash,
                RequestHash = requestHash,
                ReceivedUtc = clock.GetUtcNow().UtcTicks,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return new KnownRequest.New();
        }
        catch (DbUpdateException)
        {
            // Somebody has sent the same key at the same moment; if not, there is nothing to find, and it is a failure of the store.
            if (await FindAsync(context, who, keyHash, cancellationToken) is not { } meanwhile)
            {
                throw;
            }

            return Read(meanwhile, requestHash);
        }
    }

    /// <summary>Keeps the answer. What is too large to be kept is known to have been answered, and no more.</summary>
    public async Task AnswerAsync(string key, Answer answer)
    {
        var (who, keyHash) = (Who, Hash(key));
        var (body, _) = answer.In(null);
        var kept = body.Length <= MaxBodyBytes ? body : null;
        await using var context = contexts.Create();
        // Whatever became of the client, the work is done: its answer is kept.
        await Rows(context, who, keyHash)
            .ExecuteUpdateAsync(
                change => change.SetProperty(row => row.Status, answer.Status).SetProperty(row => row.Body, kept),
                CancellationToken.None
            );
    }

    /// <summary>Gives the key back: nothing was done.</summary>
    public async Task ReleaseAsync(string key)
    {
        await using var context = contexts.Create();
        await Rows(context, Who, Hash(key)).ExecuteDeleteAsync(CancellationToken.None);
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static KnownRequest Read(AnsweredRequestRow row, string requestHash) =>
        row.RequestHash != requestHash ? new KnownRequest.Other()
        : row.Body is { } body ? new KnownRequest.Answered(new(row.Status, body))
        : new KnownRequest.Unknown();

    private static Task<AnsweredRequestRow?> FindAsync(
        DbContext context,
        string who,
        string keyHash,
        CancellationToken cancellationToken
    ) => Rows(context, who, keyHash).AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<AnsweredRequestRow> Rows(DbContext context, string who, string keyHash) =>
        context.Set<AnsweredRequestRow>().Where(row => row.Principal == who && row.KeyHash == keyHash);

    private async Task ForgetOldAsync(DbContext context, string who, CancellationToken cancellationToken)
    {
        var expired = (clock.GetUtcNow() - TimeSpan.FromHours(options.Value.IdempotencyHours)).UtcTicks;
        var rows = context.Set<AnsweredRequestRow>();
        await rows.Where(row => row.ReceivedUtc < expired).ExecuteDeleteAsync(cancellationToken);
        var surplus = await rows.Where(row => row.Principal == who)
            .OrderByDescending(row => row.ReceivedUtc)
            .Skip(options.Value.MaxIdempotencyKeys - 1)
            .Select(row => (long?)row.ReceivedUtc)
            .FirstOrDefaultAsync(cancellationToken);
        if (surplus is { } oldest)
        {
            await rows.Where(row => row.Principal == who && row.ReceivedUtc <= oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
