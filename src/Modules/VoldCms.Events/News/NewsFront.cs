using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.News;

/// <summary>The latest news on the front page, below all help. Scoped.</summary>
internal sealed class NewsFront(NewsReader news) : IFrontRegion
{
    private const int Most = 3;

    public int Order => 44;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        var all = await news.ListAsync(cancellationToken);
        return all.IsEmpty
            ? null
            : new(
                FrontRegion.CardsPartial,
                new FrontCards(
                    "aktuelt",
                    site.Texts["News"],
                    Lead: null,
                    [.. all.Take(Most).Select(card => new LinkCard(card.Title, card.Href, card.Day, card.Language?.Name))],
                    new(site.Texts["All news"], site.Href(EventPaths.News))
                )
            );
    }
}
