using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Users.ApiKeys;

/// <summary>A program that may ask one tenant's API, and what it may do there. Immutable.</summary>
public sealed record ApiKey
{
    /// <summary>Opaque; what content that the key makes calls <c>Owner</c>.</summary>
    public required string KeyId { get; init; }

    /// <summary>What people call the program; what such content calls <c>Author</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Names of roles, without the ones that everybody has.</summary>
    public ImmutableArray<string> RoleNames { get; init; } = [];

    /// <summary>Permissions by name, beside those of the roles.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>When the key was made.</summary>
    public required DateTimeOffset CreatedUtc { get; init; }

    /// <summary>From when on it is refused; null for never.</summary>
    public DateTimeOffset? ExpiresUtc { get; init; }

    /// <summary>Null while it has not been revoked.</summary>
    public DateTimeOffset? RevokedUtc { get; init; }

    /// <summary>Right to the hour; null when it never was.</summary>
    public DateTimeOffset? LastUsedUtc { get; init; }

    /// <summary>Whether the key is neither revoked nor expired at that moment.</summary>
    public bool IsValidAt(DateTimeOffset now) => RevokedUtc is null && (ExpiresUtc is not { } end || now < end);

    /// <summary>The key as somebody who acts.</summary>
    public Principal ToPrincipal() => Principal.ApiKey(KeyId, Name, [.. RoleNames]) with { Permissions = Permissions };
}

/// <summary>What to make a key of.</summary>
public sealed record NewApiKey
{
    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Roles of the tenant.</summary>
    public ImmutableArray<string> RoleNames { get; init; } = [];

    /// <summary>Permissions that some module knows, or those of a securable content type.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>In the future; null for a key that does not expire.</summary>
    public DateTimeOffset? ExpiresUtc { get; init; }
}
