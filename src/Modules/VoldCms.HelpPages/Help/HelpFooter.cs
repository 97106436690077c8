using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>The pages about the site itself: at the foot of every page. Scoped.</summary>
internal sealed class HelpFooter(HelpReader help) : IFooterLinks
{
    private static readonly string[] s_paths = [HelpPaths.HideVisit, "personvern", "tilgjengelighet"];

    private IReadOnlyList<LinkCard>? _links;

    public async ValueTask<IReadOnlyList<LinkCard>> ListAsync(Site site, CancellationToken cancellationToken) =>
        _links ??= [
            .. (await help.ListByPathAsync(s_paths, cancellationToken)).Select(page => new LinkCard(
                page.Title,
                page.Href,
                Language: page.Language?.Name
            )),
        ];
}
