using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Model;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Tenancy;

/// <inheritdoc cref="ITenantStore"/>
internal sealed class TenantStore(Database database) : ITenantStore
{
    // Asked at every start, and EF takes long to wake: these two are plain statements.
    public async Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        return await lease.Session.ListAsync(TenantSql.List, ReadTenant, cancellationToken);
    }

    public async Task<Tenant?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var found = await lease.Session.ListAsync(
            TenantSql.Find, ReadTenant, cancellationToken, new SqlArgument("name", name.ToLowerInvariant()));
        return found is [var tenant] ? tenant : null;
    }

    public Task<Result<Tenant>> CreateAsync(Tenant tenant, CancellationToken cancellationToken) => RunAsync<Result<Tenant>>(async context =>
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await database.LockTenantsAsync(context, cancellationToken);
        var row = ToRow(tenant);
        foreach (var other in await context.Set<TenantRow>().AsNoTracking().ToListAsync(cancellationToken))
        {
            if (FindClash(row, other) is { } clash)
            {
                return new Conflict("tenant.taken", $"The tenant '{tenant.Name}' cannot be made: {clash} is taken by the tenant '{other.Name}'.");
            }
        }

        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return tenant with { Id = new(row.Id), State = TenantState.Uninitialized, RequestUrlPrefix = row.RequestUrlPrefix, RequestUrlHosts = Hosts(row.RequestUrlHosts) };
    });

    public Task SetStateAsync(TenantId tenant, TenantState state, CancellationToken cancellationToken) => RunAsync(context =>
        context.Set<TenantRow>().Where(row => row.Id == tenant.Value).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.State, state.ToString()).SetProperty(row => row.Version, row => row.Version + 1),
            cancellationToken));

    public async Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var lease = await database.BeginWriteAsync(tenant, cancellationToken);
        foreach (var table in TenantTables())
        {
            await lease.Session.ExecuteAsync(
                $"DELETE FROM {table} WHERE tenant_id = @tenant", cancellationToken, new SqlArgument("tenant", tenant.Value));
        }

        await lease.Session.ExecuteAsync("DELETE FROM tenants WHERE id = @tenant", cancellationToken, new SqlArgument("tenant", tenant.Value));
        await lease.CommitAsync(cancellationToken);
    }

    public async ValueTask<TenantVersions> ReadVersionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var found = await lease.Session.ListAsync(
            TenantSql.Versions,
            static row => new TenantVersions(row.GetInt64(0), row.GetInt64(1)),
            cancellationToken,
            new SqlArgument("tenant", tenant.Value));
        return found is [var versions] ? versions : default;
    }

    /// <summary>Every table that holds rows of tenants, the ones that hold references to others first.</summary>
    private List<string> TenantTables()
    {
        using var context = database.CreateContext(tenant: null);
        var entities = context.Model.GetEntityTypes().Where(entity => typeof(ITenantOwned).IsAssignableFrom(entity.ClrType)).ToList();
        var ordered = new List<Microsoft.EntityFrameworkCore.Metadata.IEntityType>();
        while (entities.Count > 0)
        {
            var free = entities.Where(entity => !entities.Any(other =>
                other != entity && other.GetForeignKeys().Any(key => key.PrincipalEntityType == entity))).ToList();
            ordered.AddRange(free.Count > 0 ? free : entities);
            entities = [.. entities.Except(ordered)];
        }

        return [.. ordered.Select(entity => entity.GetTableName()!).Distinct()];
    }

    private async Task<T> RunAsync<T>(Func<CmsDbContext, Task<T>> work)
    {
        await using var context = database.CreateContext(tenant: null);
        try
        {
            return await work(context);
        }
        catch (Exception failure) when (database.Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    private static string? FindClash(TenantRow row, TenantRow other)
    {
        if (row.NameFolded == other.NameFolded)
        {
            return $"the name '{row.Name}'";
        }

        if (row.RequestUrlPrefix is { } prefix && prefix == other.RequestUrlPrefix)
        {
            return $"the prefix '{prefix}'";
        }

        return Hosts(row.RequestUrlHosts).Intersect(Hosts(other.RequestUrlHosts)).FirstOrDefault() is { } host ? $"the host '{host}'" : null;
    }

    private static ImmutableArray<string> Hosts(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static Tenant ReadTenant(DbDataReader row) => new()
    {
        Id = new(row.GetInt32(0)),
        Name = row.GetString(1),
        RequestUrlPrefix = row.IsDBNull(2) ? null : row.GetString(2),
        RequestUrlHosts = Hosts(row.GetString(3)),
        State = Enum.Parse<TenantState>(row.GetString(4)),
        RecipeName = row.IsDBNull(5) ? null : row.GetString(5),
        Version = row.GetInt64(6),
        ConfigurationVersion = row.GetInt64(7),
    };

    private static TenantRow ToRow(Tenant tenant) => new()
    {
        Name = tenant.Name,
        NameFolded = tenant.Name.ToLowerInvariant(),
        RequestUrlPrefix = tenant.RequestUrlPrefix is { Length: > 0 } prefix ? prefix.ToLowerInvariant() : null,
        RequestUrlHosts = string.Join('\n', tenant.RequestUrlHosts.Select(host => host.ToLowerInvariant())),
        State = nameof(TenantState.Uninitialized),
        RecipeName = tenant.RecipeName,
    };
}
