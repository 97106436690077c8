using Microsoft.AspNetCore.Mvc.Filters;
using VoldCms.Hosting.Caching;

namespace VoldCms.Presentation.Pages;

/// <summary>Tells the cache of pages which pages may be kept: those that are made of public content alone. Scoped.</summary>
internal sealed class SitePageFilter(PageCachePolicy policy) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        if (context.HandlerInstance is SitePage { HangsOnHost: false } page)
        {
            policy.Allow(page.QueryParameters);
        }
    }
}
