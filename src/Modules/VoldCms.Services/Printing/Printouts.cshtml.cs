using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Printing;

/// <summary>What can be printed.</summary>
internal sealed class PrintoutsPage(Site site) : SitePage(site)
{
    public override Wording Title => T["To print"];

    public override ImmutableArray<Crumb> Breadcrumbs => [new(Title, null)];
}
