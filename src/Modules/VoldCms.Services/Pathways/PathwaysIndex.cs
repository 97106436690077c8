using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Pathways;

/// <summary>Pathways in the site's index. Scoped.</summary>
internal sealed class PathwaysIndex(PathwayReader pathways) : IIndexEntries
{
    public async ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        [
            .. (await pathways.ListAsync(cancellationToken)).Select(link => new SiteIndexEntry(
                link.Title,
                link.Href,
                site.Texts["Service"],
                link.Language is { } language ? Cultures.Find(language) : null
            )),
        ];
}
