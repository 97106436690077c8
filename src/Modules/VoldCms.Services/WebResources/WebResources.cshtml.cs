using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.WebResources;

/// <summary>Websites that the municipality's documents and services name.</summary>
internal sealed class WebResourcesPage(Site site, WebResourceReader resources) : SitePage(site)
{
    public override Wording Title => T["Websites"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Services"], Site.Href(ServicePaths.Services)), new(T["Websites"], null)];

    public ImmutableArray<WebResourceView> Resources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Resources = await resources.ListAsync(cancellationToken);
}
