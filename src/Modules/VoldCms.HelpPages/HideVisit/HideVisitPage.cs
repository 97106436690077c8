using VoldCms.HelpPages.Help;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.HideVisit;

/// <summary>The help page about hiding a visit: every page leads there from the bar that stays. Scoped.</summary>
internal sealed class HideVisitPage(HelpFooter footer) : IHideVisitPage
{
    public async ValueTask<LinkCard?> FindAsync(Site site, CancellationToken cancellationToken) =>
        (await footer.ListAsync(site, cancellationToken)).FirstOrDefault(link => link.Href == site.Href(HelpPaths.HideVisit));
}
