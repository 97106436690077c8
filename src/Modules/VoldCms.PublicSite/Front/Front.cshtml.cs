using System.Collections.Immutable;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.PublicSite.Front;

/// <summary>A tenant's front page: what its modules bring, in order.</summary>
internal sealed class FrontPage(Site site, IEnumerable<IFrontRegion> regions) : SitePage(site)
{
    public override Wording Title => SiteName;

    public ImmutableArray<FrontRegion> Regions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var filled = ImmutableArray.CreateBuilder<FrontRegion>();
        foreach (var region in regions.OrderBy(region => region.Order))
        {
            if (await region.ReadAsync(Site, cancellationToken) is { } finished)
            {
                filled.Add(finished);
            }
        }

        Regions = filled.ToImmutable();
    }
}
