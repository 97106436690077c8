using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.StaffMaterial;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>The tenant's plans, and what its staff have to work with.</summary>
internal sealed class PlansPage(Site site, PlanReader plans, StaffMaterialReader material) : SitePage(site)
{
    public override Wording Title => T["Plans"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(T["Plans"], null)];

    public ImmutableArray<PlanSummary> Plans { get; private set; } = [];

    public ImmutableArray<LinkCard> StaffMaterial { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Plans = await plans.ListAsync(cancellationToken);
        StaffMaterial = await material.ListAsync(cancellationToken);
    }
}
