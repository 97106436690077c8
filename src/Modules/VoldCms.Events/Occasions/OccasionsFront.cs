using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>
/// The next events on the front page, below all help: only those that have a day. Courses that a plan names stand on their own page alone.
/// Scoped.
/// </summary>
internal sealed class OccasionsFront(OccasionReader occasions) : IFrontRegion
{
    private const int Most = 3;

    public int Order => 42;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        var next = await occasions.ListNextAsync(Most, cancellationToken);
        return next.IsEmpty
            ? null
            : new(
                FrontRegion.CardsPartial,
                new FrontCards(
                    "skjer",
                    site.Texts["Coming events"],
                    Lead: null,
                    [.. next.Select(card => new LinkCard(card.Title, card.Href, card.When, card.Language?.Name))],
                    new(site.Texts["All courses and events"], site.Href(EventPaths.Courses))
                )
            );
    }
}
