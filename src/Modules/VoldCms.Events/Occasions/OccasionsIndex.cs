using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>Courses and events in the site's index, with the list of them. Scoped.</summary>
internal sealed class OccasionsIndex(OccasionReader occasions) : IIndexEntries
{
    public async ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken)
    {
        var all = await occasions.ListAsync(cancellationToken);
        return all.IsEmpty
            ? []
            :
            [
                new(site.Texts["Courses and events"], site.Href(EventPaths.Courses), site.Texts["Course"], null),
                .. all.Select(card => new SiteIndexEntry(card.Title, card.Href, card.Kind, card.Language)),
            ];
    }
}
