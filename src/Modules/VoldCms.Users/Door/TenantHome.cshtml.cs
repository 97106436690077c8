using VoldCms.Hosting.Localization;
using VoldCms.Users.Accounts;

namespace VoldCms.Users.Door;

/// <summary>One municipality that one works for.</summary>
internal sealed class TenantHomePage : TenantPage
{
    public override Wording Title => TenantName;

    public string Roles => string.Join(", ", Principal.Roles);

    public bool MaySeePeople => Allows(UserPermissions.ViewUsers);

    public string PeopleHref => DoorAddresses.PeopleOf(Tenant.Name);

    /// <summary>Null where the public pages lie on hosts of their own.</summary>
    public string? SiteHref => Tenant.RequestUrlHosts.IsEmpty ? $"/{Tenant.RequestUrlPrefix}/" : null;
}
