using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Pathways;

/// <summary>Pathways in the sitemap. Scoped.</summary>
internal sealed class PathwaysSitemap(ItemSitemap items) : ISitemapEntries
{
    public ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        items.ListAsync(ServiceContentTypes.Pathway, cancellationToken);
}
