using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Items;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;

namespace VoldCms.Users.Links;

/// <summary>
/// The one mechanism for links that are secrets: single use, for one purpose, until they expire or are revoked. Opening one changes
/// nothing, for scanners of mail open links; the press on its page does. Singleton, thread-safe.
/// </summary>
internal sealed class SecretLinks(IInstallationDbContexts installation, TimeProvider clock)
{
    /// <summary>Adds a link to what the context stores.</summary>
    /// <param name="context">Of the tenant whose it is to be, or of the installation.</param>
    /// <param name="purpose">See <see cref="LinkPurpose"/>.</param>
    /// <param name="subject">Whom or what it is about.</param>
    /// <param name="data">What the purpose has to remember, as JSON; no secrets.</param>
    /// <param name="createdBy">The account of whoever makes it; empty for the program.</param>
    /// <param name="lifetime">How long it holds.</param>
    /// <returns>The secret, this once.</returns>
    public string Add(CmsDbContext context, string purpose, string subject, string data, string createdBy, TimeSpan lifetime)
    {
        var secret = LinkToken.New();
        var now = clock.GetUtcNow();
        context.Add(
            new SecretLinkRow
            {
                LinkId = UniqueId.New(),
                SecretHash = LinkToken.Hash(secret)!,
                Purpose = purpose,
                Subject = subject,
                Data = data,
                CreatedBy = createdBy,
                CreatedUtc = now.UtcTicks,
                ExpiresUtc = (now + lifetime).UtcTicks,
            }
        );
        return secret;
    }

    /// <summary>The link of that secret, if it holds; what is wrong with another is told to nobody.</summary>
    public async Task<SecretLink?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (LinkToken.Hash(secret) is not { } hash)
        {
            return null;
        }

        await using var context = installation.Create();
        var found = await Valid(context.Set<SecretLinkRow>().IgnoreQueryFilters([CmsDbContext.TenantFilter]))
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.SecretHash == hash, cancellationToken);
        return found is null ? null : Read(found);
    }

    /// <summary>Uses the link up, in the context's transaction: of several who come at once one is let through.</summary>
    public async Task<bool> TryUseAsync(CmsDbContext context, SecretLink link, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var rows = context.Set<SecretLinkRow>().IgnoreQueryFilters([CmsDbContext.TenantFilter]);
        return await Valid(rows.Where(row => row.TenantId == link.TenantId && row.LinkId == link.LinkId))
                .ExecuteUpdateAsync(change => change.SetProperty(row => row.UsedUtc, now), cancellationToken) == 1;
    }

    /// <summary>Ends links before their time.</summary>
    /// <returns>How many have held until now.</returns>
    public Task<int> RevokeAsync(
        CmsDbContext context,
        System.Linq.Expressions.Expression<Func<SecretLinkRow, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcTicks;
        return Valid(context.Set<SecretLinkRow>().Where(which))
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.RevokedUtc, now), cancellationToken);
    }

    /// <summary>Ends the links of a purpose about somebody, whoever has made them: of every tenant, and of the installation.</summary>
    public Task RevokeEverywhereAsync(CmsDbContext context, string purpose, string subject, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var rows = context.Set<SecretLinkRow>().IgnoreQueryFilters([CmsDbContext.TenantFilter]);
        return Valid(rows.Where(row => row.Purpose == purpose && row.Subject == subject))
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.RevokedUtc, now), cancellationToken);
    }

    /// <summary>The links of a purpose that hold, of the context's tenant, the newest first.</summary>
    public async Task<IReadOnlyList<SecretLink>> ListAsync(CmsDbContext context, string purpose, CancellationToken cancellationToken)
    {
        var rows = await Valid(context.Set<SecretLinkRow>())
            .AsNoTracking()
            .Where(row => row.Purpose == purpose)
            .OrderByDescending(row => row.CreatedUtc)
            .ThenBy(row => row.LinkId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    private IQueryable<SecretLinkRow> Valid(IQueryable<SecretLinkRow> rows)
    {
        var now = clock.GetUtcNow().UtcTicks;
        return rows.Where(row => row.UsedUtc == null && row.RevokedUtc == null && row.ExpiresUtc > now);
    }

    private static SecretLink Read(SecretLinkRow row) =>
        new(row.LinkId, row.TenantId, row.Purpose, row.Subject, row.Data, row.CreatedBy, new(row.ExpiresUtc, TimeSpan.Zero));
}
