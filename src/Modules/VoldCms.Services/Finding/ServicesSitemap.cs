using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Finding;

/// <summary>The finder, the services, and what can be printed. Scoped.</summary>
internal sealed class ServicesSitemap(ItemSitemap items) : ISitemapEntries
{
    private static readonly string[] s_pages =
    [
        ServicePaths.Services,
        ServicePaths.Websites,
        ServicePaths.Printouts,
        ServicePaths.Poster,
        ServicePaths.Cards,
    ];

    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        [
            .. s_pages.Select(path => SitemapEntry.Everywhere(site, path)),
            .. await items.ListAsync(ServiceContentTypes.Service, cancellationToken),
        ];
}
