using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>Pages that a module wants to be found at the foot of every page of a tenant's site. Scoped.</summary>
public interface IFooterLinks
{
    /// <summary>In order; those that the tenant has.</summary>
    ValueTask<IReadOnlyList<LinkCard>> ListAsync(Site site, CancellationToken cancellationToken);
}
