using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>
/// From an address to the page of the item that has it. A localized item's path begins with its culture, so
/// <c>/{culture}/{path}</c> is looked for without and with it, and with the cultures that answer for it: what is not translated is
/// shown in the language that it has. Whoever comes by an item's former path is sent on. No item, or
/// one whose type has no page: 404.
/// </summary>
/// <remarks>
/// An endpoint of its own, which then runs the Razor Page, and not the framework's dynamic route: that asks the database
/// for every address, also those that a page has claimed already.
/// </remarks>
internal static class ItemRouting
{
    private const string Route = "/{culture:site}/{**path}";

    /// <summary>Maps the addresses that no page has claimed.</summary>
    public static void MapItems(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], HandleAsync);

    private static async Task HandleAsync(
        HttpContext context, string path, ContentReader reader, Site site, RequestedItem requested, ItemPages pages, IActionInvokerFactory invokers)
    {
        if (await FindAsync(path.TrimEnd('/'), reader.FindByPathAsync) is not { } item)
        {
            var moved = await FindAsync(path.TrimEnd('/'), reader.FindMovedAsync);
            SendOn(context, moved is null ? null : site.FindHref(moved));
            return;
        }

        if (pages.Find(item.ContentType) is not { } page)
        {
            SendOn(context, href: null);
            return;
        }

        requested.Set(item);
        var routeData = context.GetRouteData();
        routeData.Values["area"] = page.Area;
        routeData.Values["page"] = page.Page;
        var action = new ActionContext(context, routeData, await pages.LoadAsync(page));
        if (invokers.CreateInvoker(action) is { } invoker)
        {
            await invoker.InvokeAsync();
        }

        async ValueTask<ContentItem?> FindAsync(string wanted, Func<string, CancellationToken, ValueTask<ContentItem?>> find)
        {
            var item = await find(wanted, context.RequestAborted);
            foreach (var culture in Cultures.AnswerChain(site.Culture.Name))
            {
                item ??= await find($"{culture}/{wanted}", context.RequestAborted);
            }

            return item;
        }
    }

    private static void SendOn(HttpContext context, string? href)
    {
        if (href is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            context.Response.Redirect(href, permanent: true);
        }
    }
}
