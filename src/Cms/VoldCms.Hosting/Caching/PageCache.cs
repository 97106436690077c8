using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Caching;

/// <summary>
/// Keeps the bytes of public pages, on the server alone: browsers are told to keep nothing. Nothing is ever taken out by
/// hand; a key has everything that a page hangs on: host, path, tenant, the tenant's public version, language, and the query
/// parameters that the page names. Only what a visitor sees who is nobody is kept, so the class of principal is the same in
/// every key. What hangs on the clock is made anew at the moment that the page has named, and at midnight.
/// </summary>
/// <remarks>In memory, and so gone with the process: no key needs to name the build.</remarks>
internal sealed class PageCache(RequestDelegate next, IOptions<PageCacheOptions> options, TimeProvider clock)
{
    private const int LongestQuery = 256;
    private const int MostQuestions = 10_000;

    private readonly bool _isOn = options.Value.Megabytes > 0;
    private readonly BoundedCache<PageKey, CachedPage> _pages = new(options.Value.Megabytes * 1024L * 1024, page => page.Size);

    // Which parameters a path's page names, so that a question with others finds the same page.
    private readonly BoundedCache<PageKey, ImmutableArray<string>> _parameters = new(MostQuestions, _ => 1);

    public async Task InvokeAsync(HttpContext context, Site site, CurrentPrincipal principal, PageCachePolicy policy)
    {
        if (!_isOn || !IsPublicPage(context.Request, site, principal))
        {
            await next(context);
            return;
        }

        var path = KeyOf(context.Request, site);
        if (FindKey(path, context.Request) is { } key && _pages.TryGet(key, out var page) && page.IsValidAt(clock.GetUtcNow()))
        {
            await page.WriteAsync(context);
            return;
        }

        await MakeAsync(context, site, path, policy);
    }

    private async Task MakeAsync(HttpContext context, Site site, PageKey path, PageCachePolicy policy)
    {
        var madeAt = clock.GetUtcNow();
        var response = context.Response;
        var body = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (response is { StatusCode: StatusCodes.Status200OK, ContentType: { } contentType } && KeyToKeep(path, context.Request, policy) is { } key)
        {
            var page = new CachedPage(contentType, CachedPage.Compress(bytes.Span), madeAt, Earliest(policy.ValidUntil, Midnight(site, madeAt)));
            _pages.Set(key, page);
            await page.WriteAsync(context);
        }
        else if (!bytes.IsEmpty)
        {
            // What has no body gets one further out.
            await body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private PageKey? FindKey(PageKey path, HttpRequest request) =>
        !request.QueryString.HasValue ? path
        : _parameters.TryGet(path, out var names) ? path with { Query = Canonical(request.Query, names) }
        : null;

    // Null for what must not be kept.
    private PageKey? KeyToKeep(PageKey path, HttpRequest request, PageCachePolicy policy)
    {
        if (!policy.MayBeKept)
        {
            return null;
        }

        if (policy.QueryParameters is not { } names)
        {
            return request.QueryString.HasValue ? null : path;
        }

        _parameters.Set(path, names);
        var key = path with { Query = Canonical(request.Query, names) };
        return key.Query.Length <= LongestQuery ? key : null;
    }

    private static bool IsPublicPage(HttpRequest request, Site site, CurrentPrincipal principal) =>
        HttpMethods.IsGet(request.Method)
        && site is { IsKnown: true, Tenant: not null }
        && principal.Value.Kind == PrincipalKind.Anonymous
        && !TenantNaming.ReservedSegments.Contains(TenantMatcher.FirstSegment(request.Path));

    private static PageKey KeyOf(HttpRequest request, Site site) => new(
        site.Tenant!.Id.Value, site.PublicVersion, site.Culture.Name, request.Scheme, request.Host.Value ?? "", request.PathBase + request.Path, "");

    // The named parameters alone, in the page's order: another order, and parameters that mean nothing, are the same page.
    private static string Canonical(IQueryCollection query, ImmutableArray<string> names)
    {
        var canonical = new StringBuilder();
        foreach (var name in names)
        {
            foreach (var value in query[name])
            {
                canonical.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value ?? ""));
            }
        }

        return canonical.ToString();
    }

    private static DateTimeOffset Midnight(Site site, DateTimeOffset now)
    {
        var zone = site.Settings.TimeZone;
        var tomorrow = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        return new(tomorrow, zone.GetUtcOffset(tomorrow));
    }

    private static DateTimeOffset Earliest(DateTimeOffset? one, DateTimeOffset other) => one is { } moment && moment < other ? moment : other;

    private readonly record struct PageKey(int Tenant, long PublicVersion, string Culture, string Scheme, string Host, string Path, string Query);
}
