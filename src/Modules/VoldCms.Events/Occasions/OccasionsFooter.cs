using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events.Occasions;

/// <summary>
/// The way to courses and events, at the foot of every page of a municipality that has any. Not in the main menu: another line of that
/// would push the emergency numbers down on a phone. Scoped.
/// </summary>
internal sealed class OccasionsFooter(OccasionReader occasions) : IFooterLinks
{
    public async ValueTask<IReadOnlyList<LinkCard>> ListAsync(Site site, CancellationToken cancellationToken) =>
        await occasions.HaveAnyAsync(cancellationToken)
            ? [new LinkCard(site.Texts["Courses and events"], site.Href(EventPaths.Courses))]
            : [];
}
