using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Tenancy;
using VoldCms.Hosting.Modules;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.ApiKeys;

/// <summary>The API keys of the current scope's tenant. Scoped.</summary>
public sealed class ApiKeyStore(
    ITenantDbContexts contexts,
    ModuleCatalog modules,
    ComputationCatalog computations,
    CurrentPrincipal principal,
    TimeProvider clock
)
{
    /// <summary>Whoever has it can make a key that may do anything.</summary>
    public static readonly Permission ManageApiKeys = new("ManageApiKeys", "Make and revoke API keys, with any permission");

    private const int MaximumNameLength = 100;

    /// <summary>Every key, revoked and expired ones too, the oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<ApiKeyRow>()
            .AsNoTracking()
            .OrderBy(row => row.CreatedUtc)
            .ThenBy(row => row.KeyId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToApiKey())];
    }

    /// <summary>Makes a key. Writes into <paramref name="work"/>; the caller commits, and shows the token this once.</summary>
    /// <returns>The key with its token; or <see cref="Forbidden"/>, or <see cref="Invalid"/>.</returns>
    public async Task<Result<(ApiKey Key, ApiKeyToken Token)>> CreateAsync(
        IUnitOfWork work,
        NewApiKey given,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        if (FindRefusal(configuration) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var problems = FindProblems(given, configuration, now).ToImmutableArray();
        if (!problems.IsEmpty)
        {
            return Invalid.Of("api-key.invalid", problems);
        }

        var token = ApiKeyToken.New();
        var key = new ApiKey
        {
            KeyId = token.KeyId,
            Name = given.Name,
            RoleNames = given.RoleNames,
            Permissions = given.Permissions,
            CreatedUtc = now,
            ExpiresUtc = given.ExpiresUtc,
        };
        await using var context = contexts.Create(work);
        context.Add(ApiKeyRow.From(key, token.HashSecret()));
        await context.SaveChangesAsync(cancellationToken);
        work.Record(principal.Value, clock, "CreateApiKey", $"{key.Name} ({key.KeyId})");
        return (key, token);
    }

    /// <summary>Ends a key: no request with it is answered once the caller has committed <paramref name="work"/>.</summary>
    /// <returns>The key; or <see cref="Forbidden"/>, <see cref="NotFound"/>, or <see cref="Conflict"/> when it is revoked
    /// already.</returns>
    public async Task<Result<ApiKey>> RevokeAsync(IUnitOfWork work, string keyId, CancellationToken cancellationToken)
    {
        if (FindRefusal(await work.GetConfigurationAsync(cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        await using var context = contexts.Create(work);
        if (await context.Set<ApiKeyRow>().SingleOrDefaultAsync(row => row.KeyId == keyId, cancellationToken) is not { } stored)
        {
            return new NotFound("api-key.not-found", $"There is no API key '{keyId}'.");
        }

        if (stored.RevokedUtc is not null)
        {
            return new Conflict("api-key.revoked", $"The API key '{keyId}' is revoked already.");
        }

        var now = clock.GetUtcNow();
        stored.RevokedUtc = now.UtcTicks;
        await context.SaveChangesAsync(cancellationToken);
        var key = stored.ToApiKey();
        work.Record(principal.Value, clock, "RevokeApiKey", $"{key.Name} ({key.KeyId})");
        return key;
    }

    private Forbidden? FindRefusal(TenantConfiguration configuration) =>
        new Authorizer(configuration.Roles).Allows(principal.Value, ManageApiKeys)
            ? null
            : new Forbidden("api-key.not-allowed", $"The permission {ManageApiKeys.Name} is needed.");

    private IEnumerable<Problem> FindProblems(NewApiKey given, TenantConfiguration configuration, DateTimeOffset now)
    {
        if (given.Name.Length is 0 or > MaximumNameLength || given.Name.Any(char.IsControl))
        {
            yield return new("Name", $"'{given.Name}' is no name of a key; expected 1 to {MaximumNameLength} characters");
        }

        if (given.RoleNames.IsEmpty && given.Permissions.IsEmpty)
        {
            yield return new("Permissions", "a key without roles and permissions could do nothing; expected at least one");
        }

        foreach (var role in given.RoleNames.Where(role => configuration.Roles.Find(role) is null))
        {
            yield return new(
                "RoleNames",
                $"there is no role '{role}'; "
                    + $"expected one of {string.Join(", ", configuration.Roles.All.Select(known => known.Name).Order())}"
            );
        }

        foreach (var permission in given.Permissions.Where(permission => !IsKnown(permission, configuration)))
        {
            yield return new(
                "Permissions",
                $"there is no permission '{permission}'; expected a name such as ExecuteGraphQL, "
                    + $"EditContent or, for a securable type, Edit_Type"
            );
        }

        if (given.ExpiresUtc <= now)
        {
            yield return new("ExpiresUtc", $"{given.ExpiresUtc:O} is past; expected a time in the future");
        }
    }

    private bool IsKnown(string name, TenantConfiguration configuration) =>
        modules
            .Permissions.Concat(SitePermissions.All)
            .Concat(computations.Queries.Select(query => query.Permission))
            .Any(permission => permission.Name == name)
        || configuration
            .Model.Types.Where(type => type.Settings.Securable)
            .Any(type =>
                Enum.GetValues<ContentOperation>()
                    .Any(operation => ContentPermissions.Granting(operation, type.Name, isOwn: true).Contains(name, StringComparer.Ordinal))
            );
}
