using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>The pages about the site itself: at the foot of every page, and the first of them from the bar above. Scoped.</summary>
internal sealed class HelpFooter(HelpReader help) : IFooterLinks, IVisitPage
{
    private const string HideVisit = "skjul-besoket";
    private static readonly string[] s_paths = [HideVisit, "personvern", "tilgjengelighet"];

    private IReadOnlyList<LinkCard>? _links;

    public async ValueTask<IReadOnlyList<LinkCard>> ListAsync(Site site, CancellationToken cancellationToken) =>
        _links ??= [
            .. (await help.ListByPathAsync(s_paths, cancellationToken)).Select(page => new LinkCard(
                page.Title,
                page.Href,
                Language: page.Language?.Name
            )),
        ];

    public async ValueTask<LinkCard?> FindAsync(Site site, CancellationToken cancellationToken) =>
        (await ListAsync(site, cancellationToken)).FirstOrDefault(link => link.Href == site.Href(HideVisit));
}
