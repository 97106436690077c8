using System.Collections.Immutable;

namespace VoldCms.Users.Accounts;

/// <summary>Where a person works, and in which roles. Immutable.</summary>
/// <param name="TenantId">Where.</param>
/// <param name="AccountId">Who.</param>
/// <param name="RoleNames">Without the roles that everybody has.</param>
/// <param name="IsAccepted">Whether the person has said yes.</param>
internal sealed record Membership(int TenantId, string AccountId, ImmutableSortedSet<string> RoleNames, bool IsAccepted);
