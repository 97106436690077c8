using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.News;

/// <summary>News and campaigns, the latest first.</summary>
internal sealed class NewsPage(Site site, NewsReader news) : SitePage(site)
{
    public override Wording Title => T["News"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["News"], null)];

    public ImmutableArray<NewsCard> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => News = await news.ListAsync(cancellationToken);
}
