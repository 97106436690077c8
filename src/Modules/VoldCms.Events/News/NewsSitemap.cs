using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.News;

/// <summary>News, and the list of it where there is any. Scoped.</summary>
internal sealed class NewsSitemap(ItemSitemap items, NewsReader news) : ISitemapEntries
{
    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        await news.HaveAnyAsync(cancellationToken)
            ? [SitemapEntry.Everywhere(site, EventPaths.News), .. await items.ListAsync(EventContentTypes.NewsArticle, cancellationToken)]
            : [];
}
