using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>Courses and events, and their list where there are any. Scoped.</summary>
internal sealed class OccasionsSitemap(ItemSitemap items, OccasionReader occasions) : ISitemapEntries
{
    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        await occasions.HaveAnyAsync(cancellationToken)
            ?
            [
                SitemapEntry.Everywhere(site, EventPaths.Courses),
                .. await items.ListAsync(EventContentTypes.Course, cancellationToken),
                .. await items.ListAsync(EventContentTypes.Event, cancellationToken),
            ]
            : [];
}
