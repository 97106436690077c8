using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.News;

/// <summary>The page of news in the site's index, not each piece: who looks for one looks by its day. Scoped.</summary>
internal sealed class NewsIndex(NewsReader news) : IIndexEntries
{
    public async ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        await news.HaveAnyAsync(cancellationToken) ? [new(site.Texts["News"], site.Href(EventPaths.News), site.Texts["News"], null)] : [];
}
