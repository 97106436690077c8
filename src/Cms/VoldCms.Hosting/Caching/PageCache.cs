using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Caching;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.RateLimits;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Hosting.Caching;

/// <summary>
/// Keeps the bytes of public pages, on the server alone: browsers are told to keep nothing. Nothing is ever taken out by hand. A key has
/// everything that a page depends on: tenant, the tenant's public version, language, the configured origin, path, and the query parameters
/// that the page names, where they have a value that it knows. What a visitor can make up (a host, other parameters and values) is in no
/// key. Only pages for anonymous visitors are kept, so the principal is not part of the key. A page that depends on the time says when it
/// expires (<see cref="PageCachePolicy.LimitTo"/>), and all expire at midnight. A page that is not in memory is made once, and other
/// requests wait for it; how many an address may have made in a minute is bounded.
/// </summary>
/// <remarks>In memory, and so gone with the process: no key needs to name the build.</remarks>
internal sealed class PageCache(RequestDelegate next, IOptions<PageCacheOptions> options, TimeProvider clock)
{
    private const int MostQuestions = 10_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly bool _isOn = options.Value.Megabytes > 0;
    private readonly BoundedCache<PageKey, CachedPage> _pages = new(options.Value.Megabytes * 1024L * 1024, page => page.Size);

    // Which parameters and values a path's page knows, so that a question with others finds the same page.
    private readonly BoundedCache<PageKey, ImmutableArray<QueryParameter>> _parameters = new(MostQuestions, _ => 1);

    // What is being made. Ends with whether those who wait should look again, or have to make it each for themselves.
    private readonly ConcurrentDictionary<PageKey, Task<bool>> _inMaking = new();

    private readonly SenderCounts _made = new(clock);

    public async Task InvokeAsync(HttpContext context, Site site, CurrentPrincipal principal, PageCachePolicy policy)
    {
        if (!IsPublicPage(context.Request, site, principal))
        {
            await next(context);
            return;
        }

        var path = KeyOf(context.Request, site);
        if (!_isOn)
        {
            await MakeAsync(context, site, path, policy);
            return;
        }

        var begun = clock.GetTimestamp();
        while (!await TryAnswerAsync(context, path))
        {
            var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            var key = FindKey(path, context.Request) ?? path;
            var making = _inMaking.GetOrAdd(key, mine.Task);
            if (making == mine.Task)
            {
                await MakeForAllAsync(context, site, path, policy, key, mine);
                return;
            }

            if (await WaitAsync(making, begun, context) is not { } isWorthLooking)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.RetryAfter(s_patience);
                return;
            }

            if (!isWorthLooking)
            {
                await MakeAsync(context, site, path, policy);
                return;
            }
        }
    }

    private async ValueTask<bool> TryAnswerAsync(HttpContext context, PageKey path)
    {
        if (FindKey(path, context.Request) is not { } key || !_pages.TryGet(key, out var page) || !page.IsValidAt(clock.GetUtcNow()))
        {
            return false;
        }

        await page.WriteAsync(context);
        return true;
    }

    // Null when it has taken too long.
    private async Task<bool?> WaitAsync(Task<bool> making, long begun, HttpContext context)
    {
        var left = s_patience - clock.GetElapsedTime(begun);
        try
        {
            return await making.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task MakeForAllAsync(
        HttpContext context,
        Site site,
        PageKey path,
        PageCachePolicy policy,
        PageKey key,
        TaskCompletionSource<bool> mine
    )
    {
        var isWorthLooking = false;
        try
        {
            // Whoever may have no more made, and whoever has left, leaves it to the next.
            isWorthLooking =
                await MakeAsync(context, site, path, policy) || context.Response.StatusCode == StatusCodes.Status429TooManyRequests;
        }
        finally
        {
            _inMaking.TryRemove(key, out _);
            mine.SetResult(isWorthLooking || context.RequestAborted.IsCancellationRequested);
        }
    }

    /// <summary>Makes the page, unless the sender has had too many made.</summary>
    /// <returns>Whether it is kept.</returns>
    private async Task<bool> MakeAsync(HttpContext context, Site site, PageKey path, PageCachePolicy policy)
    {
        if (SenderCounts.FindSender(context) is { } sender && _made.Count(sender, options.Value.MadePerMinute) is { } wait)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.RetryAfter(wait);
            return false;
        }

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
        if (_isOn && policy.MayBeKept && response is { StatusCode: StatusCodes.Status200OK, ContentType: { } contentType })
        {
            var page = new CachedPage(
                contentType,
                CachedPage.Compress(bytes.Span),
                madeAt,
                Earliest(policy.ValidUntil, Midnight(site, madeAt))
            );
            _parameters.Set(path, policy.QueryParameters);
            _pages.Set(path with { Query = Canonical(context.Request.Query, policy.QueryParameters) }, page);
            await page.WriteAsync(context);
            return true;
        }

        if (!bytes.IsEmpty)
        {
            // What has no body gets one further out.
            await body.WriteAsync(bytes, context.RequestAborted);
        }

        return false;
    }

    // Null for a question to a page of which nobody knows yet which parameters it knows.
    private PageKey? FindKey(PageKey path, HttpRequest request) =>
        !request.QueryString.HasValue ? path
        : _parameters.TryGet(path, out var names) ? path with { Query = Canonical(request.Query, names) }
        : null;

    private static bool IsPublicPage(HttpRequest request, Site site, CurrentPrincipal principal) =>
        request.IsReading() && site is { IsKnown: true, Area: SiteArea.Page } && principal.Value.Kind == PrincipalKind.Anonymous;

    private static PageKey KeyOf(HttpRequest request, Site site) =>
        new(site.Tenant?.Id.Value ?? 0, site.PublicVersion, site.Culture.Name, site.Origin, AskedAddress.Of(request.HttpContext), "");

    // What the page knows alone, in its order: another order, and parameters and values that mean nothing, are the same page.
    private static string Canonical(IQueryCollection query, ImmutableArray<QueryParameter> parameters)
    {
        var canonical = new StringBuilder();
        foreach (var parameter in parameters)
        {
            if (parameter.Find(query) is { } value)
            {
                canonical.Append('&').Append(parameter.Name).Append('=').Append(Uri.EscapeDataString(value));
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

    private static DateTimeOffset Earliest(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } moment && moment < other ? moment : other;

    private readonly record struct PageKey(int Tenant, long PublicVersion, string Culture, string Origin, string Path, string Query);
}
