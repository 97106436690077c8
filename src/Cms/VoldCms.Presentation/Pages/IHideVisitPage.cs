using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>The page that tells visitors what a visit leaves behind and how to hide it; every page leads there. Scoped.</summary>
public interface IHideVisitPage
{
    /// <summary>Null when the tenant does not have it.</summary>
    ValueTask<LinkCard?> FindAsync(Site site, CancellationToken cancellationToken);
}
