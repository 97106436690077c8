using Microsoft.EntityFrameworkCore;
using VoldCms.Data.Model;

namespace VoldCms.Users.ApiKeys;

/// <summary>A key as it is stored: of its secret there is only the hash.</summary>
internal sealed class ApiKeyRow : INeverPublic
{
    public int TenantId { get; set; }

    public required string KeyId { get; set; }

    public required string Name { get; set; }

    public required byte[] SecretHash { get; set; }

    /// <summary>One a line, as are <see cref="Permissions"/>.</summary>
    public required string RoleNames { get; set; }

    public required string Permissions { get; set; }

    /// <summary>Ticks, UTC; so are the other times.</summary>
    public long CreatedUtc { get; set; }

    public long? ExpiresUtc { get; set; }

    public long? RevokedUtc { get; set; }

    public long? LastUsedUtc { get; set; }

    public static ApiKeyRow From(ApiKey key, byte[] secretHash) =>
        new()
        {
            KeyId = key.KeyId,
            Name = key.Name,
            SecretHash = secretHash,
            RoleNames = string.Join('\n', key.RoleNames),
            Permissions = string.Join('\n', key.Permissions),
            CreatedUtc = key.CreatedUtc.UtcTicks,
            ExpiresUtc = key.ExpiresUtc?.UtcTicks,
            RevokedUtc = key.RevokedUtc?.UtcTicks,
            LastUsedUtc = key.LastUsedUtc?.UtcTicks,
        };

    public ApiKey ToApiKey() =>
        new()
        {
            KeyId = KeyId,
            Name = Name,
            RoleNames = [.. RoleNames.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Permissions = [.. Permissions.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            CreatedUtc = new(CreatedUtc, TimeSpan.Zero),
            ExpiresUtc = Instant(ExpiresUtc),
            RevokedUtc = Instant(RevokedUtc),
            LastUsedUtc = Instant(LastUsedUtc),
        };

    private static DateTimeOffset? Instant(long? ticks) => ticks is { } at ? new(at, TimeSpan.Zero) : null;
}

/// <summary>The table of API keys.</summary>
public sealed class ApiKeysModel : IModelContribution
{
    /// <inheritdoc/>
    public void Configure(ModelBuilder model) =>
        model.Entity<ApiKeyRow>(key => key.ToTable("api_keys").HasKey(row => new { row.TenantId, row.KeyId }));
}
