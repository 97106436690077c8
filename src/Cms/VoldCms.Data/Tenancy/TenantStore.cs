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
    // Writers of no tenant queue apart from those of tenants.
    private static readonly TenantId s_nobody = new(0);

    public async Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        return await ListAsync(lease.Session, cancellationToken);
    }

    public async Task<Tenant?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var found = await lease.Session.ListAsync(
            TenantSql.Find,
            ReadTenant,
            cancellationToken,
            new SqlArgument("name", name.ToLowerInvariant())
        );
        return found is [var tenant] ? tenant : null;
    }

    public async Task<Result<Tenant>> CreateAsync(
        Tenant tenant,
        IReadOnlyDictionary<string, string> documents,
        CancellationToken cancellationToken
    )
    {
        var made = tenant with
        {
            State = TenantState.Uninitialized,
            RequestUrlPrefix = tenant.RequestUrlPrefix is { Length: > 0 } prefix ? prefix.ToLowerInvariant() : null,
            RequestUrlHosts = [.. tenant.RequestUrlHosts.Select(host => host.ToLowerInvariant())],
        };
        await using var lease = await database.BeginWriteAsync(s_nobody, cancellationToken);
        await database.LockTenantsAsync(lease.Session, cancellationToken);
        foreach (var other in await ListAsync(lease.Session, cancellationToken))
        {
            if (FindClash(made, other) is { } clash)
            {
                return new Conflict(
                    "tenant.taken",
                    $"The tenant '{tenant.Name}' cannot be made: {clash} is taken by the tenant '{other.Name}'."
                );
            }
        }

        var number = await lease.Session.ListAsync(
            TenantSql.Insert,
            static row => row.GetInt32(0),
            cancellationToken,
            new("name", made.Name),
            new("folded", made.Name.ToLowerInvariant()),
            new("prefix", made.RequestUrlPrefix),
            new("hosts", string.Join('\n', made.RequestUrlHosts)),
            new("state", made.State.ToString()),
            new("recipe", made.RecipeName)
        );
        foreach (var (name, json) in documents)
        {
            await lease.Session.ExecuteAsync(
                TenantSql.SetDocument,
                cancellationToken,
                new("tenant", number[0]),
                new("name", name),
                new("json", new JsonParameter(json))
            );
        }

        await lease.CommitAsync(cancellationToken);
        return made with { Id = new(number[0]) };
    }

    public async Task SetStateAsync(TenantId tenant, TenantState state, CancellationToken cancellationToken)
    {
        await using var lease = await database.BeginWriteAsync(tenant, cancellationToken);
        await lease.Session.ExecuteAsync(
            TenantSql.SetState,
            cancellationToken,
            new("tenant", tenant.Value),
            new("state", state.ToString())
        );
        await lease.CommitAsync(cancellationToken);
    }

    public async Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var lease = await database.BeginWriteAsync(tenant, cancellationToken);
        foreach (var table in TenantTables())
        {
            await lease.Session.ExecuteAsync(
                $"DELETE FROM {table} WHERE tenant_id = @tenant",
                cancellationToken,
                new SqlArgument("tenant", tenant.Value)
            );
        }

        await lease.Session.ExecuteAsync(
            "DELETE FROM tenants WHERE id = @tenant",
            cancellationToken,
            new SqlArgument("tenant", tenant.Value)
        );
        await lease.CommitAsync(cancellationToken);
    }

    public async ValueTask<TenantVersions> ReadVersionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var found = await lease.Session.ListAsync(
            TenantSql.Versions,
            static row => new TenantVersions(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
            cancellationToken,
            new SqlArgument("tenant", tenant.Value)
        );
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
            var free = entities
                .Where(entity =>
                    !entities.Any(other => other != entity && other.GetForeignKeys().Any(key => key.PrincipalEntityType == entity))
                )
                .ToList();
            ordered.AddRange(free.Count > 0 ? free : entities);
            entities = [.. entities.Except(ordered)];
        }

        return [.. ordered.Select(entity => entity.GetTableName()!).Distinct()];
    }

    private static async ValueTask<IReadOnlyList<Tenant>> ListAsync(SqlSession session, CancellationToken cancellationToken) =>
        await session.ListAsync(TenantSql.List, ReadTenant, cancellationToken);

    private static string? FindClash(Tenant tenant, Tenant other)
    {
        if (tenant.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase))
        {
            return $"the name '{tenant.Name}'";
        }

        if (tenant.RequestUrlPrefix is { } prefix && prefix == other.RequestUrlPrefix)
        {
            return $"the prefix '{prefix}'";
        }

        return tenant.RequestUrlHosts.Intersect(other.RequestUrlHosts).FirstOrDefault() is { } host ? $"the host '{host}'" : null;
    }

    private static ImmutableArray<string> Hosts(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static Tenant ReadTenant(DbDataReader row) =>
        new()
        {
            Id = new(row.GetInt32(0)),
            Name = row.GetString(1),
            RequestUrlPrefix = row.IsDBNull(2) ? null : row.GetString(2),
            RequestUrlHosts = Hosts(row.GetString(3)),
            State = Enum.Parse<TenantState>(row.GetString(4)),
            RecipeName = row.IsDBNull(5) ? null : row.GetString(5),
            Version = row.GetInt64(6),
            ConfigurationVersion = row.GetInt64(7),
            PublicVersion = row.GetInt64(8),
        };
}
