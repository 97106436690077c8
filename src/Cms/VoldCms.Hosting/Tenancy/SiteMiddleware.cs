using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Localization;

namespace VoldCms.Hosting.Tenancy;

/// <summary>
/// Finds tenant and language of a request before routing: the tenant's prefix moves from the path to the path base, the
/// language stays the path's first segment. What belongs to no tenant ends here as 404, except the installation's own front.
/// </summary>
internal sealed class SiteMiddleware(
    RequestDelegate next,
    TenantDirectory directory,
    TenantConfigurations configurations,
    TextCatalog catalog,
    IOptions<AddressOptions> addresses
)
{
    private readonly ImmutableArray<Culture> _ownCultures = OwnCultures(catalog);

    public async Task InvokeAsync(HttpContext context, TenantContext tenantContext, Site site)
    {
        var request = context.Request;
        var address = site.Address = SiteAddress.Of(request.Path);
        var matcher = await directory.GetMatcherAsync(context.RequestAborted);
        if (address.IsDoor)
        {
            await ServeDoorAsync(context, tenantContext, site, address, matcher);
            return;
        }

        if (matcher.Match(request.Host, address.First) is not { } match)
        {
            await ServeOwnFrontAsync(context, site, address);
            return;
        }

        var tenant = match.Tenant;
        var asked = AskedAddress.Of(context);
        address = site.Address = address.In(match);
        if (match.ByPrefix)
        {
            // A string given to a PathString would be decoded a second time.
            request.PathBase = request.PathBase.Add(new PathString($"/{tenant.RequestUrlPrefix}"));
            request.Path = address.Path;
        }

        if (tenant.State != TenantState.Running)
        {
            Refuse(context, tenant.State);
            return;
        }

        tenantContext.Set(tenant);
        var recent = await configurations.GetRecentAsync(tenant.Id, context.RequestAborted);
        await ServeTenantAsync(context, site, tenant, recent, address, asked);
    }

    private async Task ServeTenantAsync(
        HttpContext context,
        Site site,
        Tenant tenant,
        RecentConfiguration recent,
        SiteAddress address,
        PathString asked
    )
    {
        var settings = recent.Configuration.Settings;
        var cultures = OfferedCultures(settings);
        if (FindNamed(address.Segment, cultures) is { } named)
        {
            Respell(context, asked, address, named);
            await ServeAsync(context, site, tenant, recent.PublicVersion, settings, cultures, named);
        }
        else if (address.Area != SiteArea.Page || TenantNaming.WellKnownSegments.Contains(address.Segment))
        {
            if (!TrySendOn(context))
            {
                await ServeAsync(context, site, tenant, recent.PublicVersion, settings, cultures, cultures[0]);
            }
        }
        else if (address.Segment.Length == 0 && !context.Request.IsReading())
        {
            context.Response.RefuseMethod();
        }
        else if (address.Segment.Length == 0)
        {
            var chosen = Negotiate(context, cultures, settings.DefaultCulture);
            Set(context, site, tenant, recent.PublicVersion, settings, cultures, chosen);
            context.SendOn(site.Href());
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    // It is no tenant's site, and knows the tenant that a page is about by its name.
    private async Task ServeDoorAsync(
        HttpContext context,
        TenantContext tenantContext,
        Site site,
        SiteAddress address,
        TenantMatcher matcher
    )
    {
        if (TrySendOn(context))
        {
            return;
        }

        // Links have secrets; what has none is nothing.
        if (address is { Area: SiteArea.Link, Second: "" })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (address.SiteOfDoor is { } name)
        {
            var tenant = matcher.Tenants.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (tenant is not { State: TenantState.Running })
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            tenantContext.Set(tenant);
        }

        await ServeOwnAsync(context, site, NegotiateOwn(context));
    }

    private async Task ServeOwnFrontAsync(HttpContext context, Site site, SiteAddress address)
    {
        var request = context.Request;
        var segment = address.Segment;
        var named = FindNamed(segment, _ownCultures);
        var isAlone = segment.Length > 0 && address.Below.TrimEnd('/').Length == 0;
        if (segment.Length == 0 || (isAlone && named is not null))
        {
            if (named is not null)
            {
                Respell(context, AskedAddress.Of(context), address, named);
            }

            await ServeOwnAsync(context, site, named ?? NegotiateOwn(context));
        }
        else if (isAlone && Cultures.FindOwn(segment) is { } other)
        {
            if (!request.IsReading())
            {
                context.Response.RefuseMethod();
                return;
            }

            // From a tenant that is offered in a language that the front is not.
            context.SendOn($"/{Cultures.AnswerChain(other.Name).First(name => _ownCultures.Any(culture => culture.Name == name))}");
        }
        else if (TrySendOn(context))
        {
            return;
        }
        else if (TenantNaming.WellKnownSegments.Contains(segment))
        {
            await ServeOwnAsync(context, site, _ownCultures[0]);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private Task ServeOwnAsync(HttpContext context, Site site, Culture culture) =>
        ServeAsync(context, site, null, publicVersion: 0, SiteSettings.Empty, _ownCultures, culture);

    private Culture NegotiateOwn(HttpContext context) => Negotiate(context, _ownCultures, _ownCultures[0].Name);

    private async Task ServeAsync(
        HttpContext context,
        Site site,
        Tenant? tenant,
        long publicVersion,
        SiteSettings settings,
        ImmutableArray<Culture> cultures,
        Culture culture
    )
    {
        Set(context, site, tenant, publicVersion, settings, cultures, culture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.Formatting;
        await next(context);
    }

    private void Set(
        HttpContext context,
        Site site,
        Tenant? tenant,
        long publicVersion,
        SiteSettings settings,
        ImmutableArray<Culture> cultures,
        Culture culture
    )
    {
        var origin = PublicAddress.FindOrigin(tenant, settings, addresses.Value.BaseUrl, context.Request.Scheme);
        site.Set(tenant, publicVersion, settings, cultures, catalog.For(culture, tenant?.Name), context.Request.PathBase, origin);
    }

    private static void Refuse(HttpContext context, TenantState state)
    {
        if (state == TenantState.Disabled)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "10";
    }

    private static Culture Negotiate(HttpContext context, ImmutableArray<Culture> cultures, string fallback)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var name = LanguageNegotiation.Choose(
            context.Request.Headers.AcceptLanguage,
            [.. cultures.Select(culture => culture.Name)],
            fallback
        );
        return cultures.FirstOrDefault(culture => culture.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? cultures[0];
    }

    // The offered language that a path's first segment names, however it is written: nb, NB, nb-NO and no.
    private static Culture? FindNamed(string segment, ImmutableArray<Culture> offered) =>
        Cultures.FindAmong(segment, [.. offered.Select(culture => culture.Name)]) is { } name
            ? offered.First(culture => culture.Name == name)
            : null;

    // Prefix and language have one spelling, and no page's address ends with a slash.
    private static void Respell(HttpContext context, PathString asked, SiteAddress address, Culture culture) =>
        AskedAddress.Respell(context, asked, new PathString($"/{culture.Name}{address.Below.TrimEnd('/')}"));

    // What is no page hangs on no language, and its spelling is known here.
    private static bool TrySendOn(HttpContext context) =>
        AskedAddress.TrySendOn(context, (context.Request.PathBase + context.Request.Path).ToUriComponent(), permanent: true);

    private static ImmutableArray<Culture> OfferedCultures(SiteSettings settings) =>
        [.. settings.SupportedCultures.Select(Cultures.Find).OfType<Culture>().DefaultIfEmpty(Cultures.Find("nb")!)];

    // The Norwegian languages first, then English, then the rest by name.
    private static ImmutableArray<Culture> OwnCultures(TextCatalog catalog) =>
        [
            .. catalog
                .TranslatedCultures.Select(Cultures.Find)
                .OfType<Culture>()
                .OrderBy(culture =>
                    culture.Name switch
                    {
                        "nb" => 0,
                        "nn" => 1,
                        "en" => 2,
                        _ => 3,
                    }
                )
                .ThenBy(culture => culture.Name, StringComparer.Ordinal),
        ];
}
