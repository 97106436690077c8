using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.AnnualWheel;

/// <summary>What comes again through the year, by month, as all plans of the tenant say it.</summary>
internal sealed class AnnualWheelPage(Site site, WheelReader wheel) : SitePage(site)
{
    public override Wording Title => T["Annual wheel"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Plans"], Site.Href(PlanAddresses.Plans)), new(Title, null)];

    public ImmutableArray<WheelGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Groups = await wheel.ListAsync(cancellationToken);
}
