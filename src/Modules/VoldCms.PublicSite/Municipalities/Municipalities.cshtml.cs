using System.Collections.Immutable;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.PublicSite.TrialSites;

namespace VoldCms.PublicSite.Municipalities;

/// <summary>The installation's front: its municipalities by name.</summary>
internal sealed class MunicipalitiesPage(
    Site site,
    TenantDirectory directory,
    TenantConfigurations configurations,
    PageCachePolicy policy,
    TimeProvider clock
) : SitePage(site)
{
    // As with the list of tenants itself: what a command changes is noticed at once in a person's eyes.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(1);

    public override Wording Title => T["Choose your municipality"];

    public ImmutableArray<LinkCard> Municipalities { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        policy.LimitTo(clock.GetUtcNow() + s_lifetime);
        var cards = new List<LinkCard>();
        foreach (var tenant in (await directory.ListAsync(cancellationToken)).Where(tenant => tenant.State == TenantState.Running))
        {
            var settings = (await configurations.GetAsync(tenant.Id, cancellationToken)).Settings;
            if (AddressOf(tenant, settings) is { } address)
            {
                cards.Add(
                    new(
                        settings.SiteName is { Length: > 0 } name ? name : tenant.Name,
                        $"{address}{CultureOf(settings)}",
                        Trial.IsOn(settings) ? T["Trial version: not approved by the municipality yet"] : null
                    )
                );
            }
        }

        Municipalities = [.. cards.OrderBy(card => card.Title.Value, StringComparer.Create(Site.Culture.Formatting, ignoreCase: true))];
    }

    // A tenant on wildcard hosts alone has no address that could be written down, unless its settings do.
    private string? AddressOf(Tenant tenant, SiteSettings settings)
    {
        var path = tenant.RequestUrlPrefix is null ? "/" : $"/{tenant.RequestUrlPrefix}/";
        return tenant.RequestUrlHosts.IsEmpty ? path
            : PublicAddress.FindOrigin(tenant, settings, installation: null, Request.Scheme) is { Length: > 0 } origin ? origin + path
            : null;
    }

    // Straight to the page's language, or the nearest that the tenant has; where it has none of them, it chooses itself.
    private string CultureOf(SiteSettings settings) => Cultures.Choose([Site.Culture.Name], settings.SupportedCultures) ?? "";
}
