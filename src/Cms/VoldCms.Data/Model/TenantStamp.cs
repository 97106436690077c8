using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VoldCms.Data.Model;

/// <summary>Writes the context's tenant on every row that is added, and refuses to touch another tenant's.</summary>
internal sealed class TenantStamp : SaveChangesInterceptor
{
    public static TenantStamp Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Stamp(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Stamp(DbContext? context)
    {
        if (context is not CmsDbContext vold)
        {
            return;
        }

        foreach (var entry in vold.ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State == EntityState.Added)
            {
                entry.Entity.TenantId = vold.CurrentTenantId;
            }
            else if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Entity.TenantId != vold.CurrentTenantId)
            {
                throw new InvalidOperationException(
                    $"A row of tenant {entry.Entity.TenantId} was changed in the context of tenant {vold.CurrentTenantId}."
                );
            }
        }
    }
}
