using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Caching;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;
using VoldCms.PublicSite.AToZ;
using VoldCms.PublicSite.TrialSites;

namespace VoldCms.PublicSite.SearchEngines;

/// <summary>
/// What search engines ask for: <c>robots.txt</c> and sitemaps. A site on trial has no sitemap, and is in none.
/// </summary>
internal static class SearchEngineEndpoints
{
    private const string Robots = "/robots.txt";
    private const string Sitemap = "/sitemap.xml";

    public static void MapSearchEngines(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReading(Robots, WriteRobots);
        endpoints.MapReading(Sitemap, ListSitemapsAsync);
        endpoints.MapReading($"/{{culture:site}}{Sitemap}", ListPagesAsync);
    }

    // Pages, and nothing for programs, whose answers are the pages' content once more. A site on trial is kept from nobody here: a page
    // that is not asked for could not say that it is to be left alone.
    private static IResult WriteRobots(HttpContext context, Site site)
    {
        var sitemap = FindOrigin(context, site) is { } origin && !Trial.IsOn(site) ? $"\nSitemap: {origin}{Sitemap}\n" : "";
        return RootText.Answer(context, () => $"User-agent: *\nDisallow: /api/\nDisallow: /*/api/\n{sitemap}");
    }

    // Of a tenant: its languages. Of the installation: the languages of the tenants that lie beside each other here; those on hosts of
    // their own have their own index there.
    private static async Task<IResult> ListSitemapsAsync(
        HttpContext context,
        Site site,
        PageCachePolicy policy,
        TenantDirectory directory,
        TenantConfigurations configurations,
        TimeProvider clock
    )
    {
        if (FindOrigin(context, site) is not { } origin)
        {
            return TypedResults.NotFound();
        }

        Allow(policy, site);
        if (site.Tenant is not null)
        {
            return Trial.IsOn(site)
                ? TypedResults.NotFound()
                : Xml(SitemapWriter.WriteIndex(site.Cultures.Select(culture => origin + site.Href(culture) + Sitemap)));
        }

        policy.LimitTo(clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        var addresses = new List<string>();
        foreach (var tenant in await directory.ListAsync(context.RequestAborted))
        {
            if (tenant is { State: TenantState.Running, RequestUrlHosts.IsEmpty: true, RequestUrlPrefix: { } prefix })
            {
                var settings = (await configurations.GetAsync(tenant.Id, context.RequestAborted)).Settings;
                var own = PublicAddress.FindOrigin(tenant, settings, origin, context.Request.Scheme);
                IEnumerable<string> cultures = Trial.IsOn(settings) ? [] : settings.SupportedCultures;
                addresses.AddRange(cultures.Select(culture => $"{own}/{prefix}/{culture}{Sitemap}"));
            }
        }

        // The protocol knows no empty index.
        return addresses.Count == 0 ? TypedResults.NotFound() : Xml(SitemapWriter.WriteIndex(addresses));
    }

    private static async Task<IResult> ListPagesAsync(
        HttpContext context,
        Site site,
        PageCachePolicy policy,
        IEnumerable<ISitemapEntries> sources
    )
    {
        if (FindOrigin(context, site) is not { } origin || Trial.IsOn(site))
        {
            return TypedResults.NotFound();
        }

        var entries = new List<SitemapEntry> { SitemapEntry.Everywhere(site, ""), SitemapEntry.Everywhere(site, SiteIndexPage.PagePath) };
        foreach (var source in sources)
        {
            entries.AddRange(await source.ListAsync(site, context.RequestAborted));
        }

        Allow(policy, site);
        return Xml(SitemapWriter.WritePages(origin, entries));
    }

    // The protocol knows whole addresses alone: where none is configured, and the host is nobody's, there is no map. What hangs on the
    // request is kept for nobody.
    private static string? FindOrigin(HttpContext context, Site site) =>
        site.Origin.Length > 0 ? site.Origin : PublicAddress.FindAsked(context.Request, site.Tenant);

    private static void Allow(PageCachePolicy policy, Site site)
    {
        if (site.Origin.Length > 0)
        {
            policy.Allow([]);
        }
    }

    private static IResult Xml(byte[] document) => TypedResults.Bytes(document, "application/xml; charset=utf-8");
}
