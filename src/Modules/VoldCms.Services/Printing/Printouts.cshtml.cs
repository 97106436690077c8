using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>What can be printed here, and what the municipality has printed or means to.</summary>
internal sealed class PrintoutsPage(Site site, PrintMaterialReader materials) : SitePage(site)
{
    public override Wording Title => T["To print"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(Title, null)];

    public ImmutableArray<PrintMaterialView> Materials { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Materials = await materials.ListAsync(cancellationToken);
}
