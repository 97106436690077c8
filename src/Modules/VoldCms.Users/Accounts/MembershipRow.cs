using System.Collections.Immutable;
using VoldCms.Data.Model;

namespace VoldCms.Users.Accounts;

/// <summary>That a person works for a tenant, and in which roles.</summary>
internal sealed class MembershipRow : INeverPublic
{
    public int TenantId { get; set; }

    public required string AccountId { get; set; }

    /// <summary>One role a line.</summary>
    public required string RoleNames { get; set; }

    /// <summary>Ticks, UTC.</summary>
    public long CreatedUtc { get; set; }

    /// <summary>When the person has said yes; null while she has not, and it counts for nothing.</summary>
    public long? AcceptedUtc { get; set; }

    /// <summary>Without the roles that everybody has.</summary>
    public ImmutableSortedSet<string> Roles => ReadRoles(RoleNames);

    public static string WriteRoles(IEnumerable<string> roles) => string.Join('\n', ReadRoles(string.Join('\n', roles)));

    private static ImmutableSortedSet<string> ReadRoles(string names) =>
        names.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);
}
