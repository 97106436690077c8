using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Pathways;

/// <summary>One pathway. Its name stands on the page, not in the title bar.</summary>
internal sealed class PathwayPage(Site site, RequestedItem requested, PathwayReader pathways) : LocalizedItemPage(site, requested)
{
    public override Wording Title => T["Services"];

    public override ImmutableArray<Crumb> Breadcrumbs =>
        [new(T["Services"], Site.Href(ServicePaths.Services)), new(Item.DisplayText ?? "", null, OtherLanguage?.Name)];

    public PathwayView View { get; private set; } = PathwayView.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await pathways.ReadAsync(Item, cancellationToken);
}
