using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;

namespace VoldCms.Users.Accounts;

/// <summary>What one person is a member of. The only reader of memberships that goes over all tenants. Singleton, thread-safe.</summary>
internal sealed class Memberships(IInstallationDbContexts installation)
{
    /// <summary>Every membership of the person, those that wait for her yes too.</summary>
    public async Task<IReadOnlyList<Membership>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = installation.Create();
        var rows = await context
            .Set<MembershipRow>()
            .IgnoreQueryFilters([CmsDbContext.TenantFilter])
            .AsNoTracking()
            .Where(row => row.AccountId == accountId)
            .OrderBy(row => row.TenantId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>Whether anybody may sign in to any tenant.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var context = installation.Create();
        return await context
            .Set<MembershipRow>()
            .IgnoreQueryFilters([CmsDbContext.TenantFilter])
            .AnyAsync(row => row.AcceptedUtc != null, cancellationToken);
    }

    public static Membership Read(MembershipRow row) => new(row.TenantId, row.AccountId, row.Roles, row.AcceptedUtc is not null);
}
