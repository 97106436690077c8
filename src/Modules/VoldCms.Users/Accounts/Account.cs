using System.Collections.Immutable;
using VoldCms.ContentManagement.Permissions;

namespace VoldCms.Users.Accounts;

/// <summary>Somebody who may sign in to one tenant. Immutable.</summary>
public sealed record Account
{
    /// <summary>Opaque; what content calls <c>Owner</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>Unique in the tenant, ignoring case; what content calls <c>Author</c>.</summary>
    public required string UserName { get; init; }

    /// <summary>Empty where none is known.</summary>
    public string Email { get; init; } = "";

    /// <summary>Whether the person has shown that the address is theirs.</summary>
    public bool EmailConfirmed { get; init; }

    /// <summary>In the format of ASP.NET Core Identity; empty for an account without a password.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Changes with everything that should end other sessions.</summary>
    public string SecurityStamp { get; init; } = "";

    /// <summary>False for somebody who may not sign in.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Empty where none is known.</summary>
    public string PhoneNumber { get; init; } = "";

    /// <summary>Whether the person has shown that the number is theirs.</summary>
    public bool PhoneNumberConfirmed { get; init; }

    /// <summary>Whether a second factor is asked at sign-in.</summary>
    public bool TwoFactorEnabled { get; init; }

    /// <summary>Whether wrong passwords may lock the account.</summary>
    public bool IsLockoutEnabled { get; init; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int AccessFailedCount { get; init; }

    /// <summary>Names of roles, without the ones that everybody has.</summary>
    public ImmutableSortedSet<string> RoleNames { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The account as somebody who acts.</summary>
    public Principal ToPrincipal() => Principal.User(UserId, UserName, [.. RoleNames]);
}
