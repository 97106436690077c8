using VoldCms.Presentation.Admin;

namespace VoldCms.Users.Door;

/// <summary>A municipality that somebody works for, as the door shows it. Immutable.</summary>
/// <param name="TenantName">The tenant's own name.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Roles">In which roles, parted by commas.</param>
/// <param name="IsAccepted">Whether she has said yes.</param>
internal sealed record Place(string TenantName, string Name, string Roles, bool IsAccepted)
{
    /// <summary>Its page.</summary>
    public string Href => new AdminAddresses(TenantName).Start;
}
