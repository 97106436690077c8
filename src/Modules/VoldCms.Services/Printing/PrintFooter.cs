using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>The way to what can be printed, at the foot of every page. Scoped.</summary>
internal sealed class PrintFooter : IFooterLinks
{
    public ValueTask<IReadOnlyList<LinkCard>> ListAsync(Site site, CancellationToken cancellationToken) =>
        new([new LinkCard(site.Texts["To print"], site.Href(ServicePaths.Printouts))]);
}
