using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.News;

/// <summary>The way to the news, at the foot of every page of a municipality that has any. Scoped.</summary>
internal sealed class NewsFooter(NewsReader news) : IFooterLinks
{
    public async ValueTask<IReadOnlyList<LinkCard>> ListAsync(Site site, CancellationToken cancellationToken) =>
        await news.HaveAnyAsync(cancellationToken) ? [new LinkCard(site.Texts["News"], site.Href(EventPaths.News))] : [];
}
