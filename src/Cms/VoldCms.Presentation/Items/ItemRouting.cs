using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>
/// From an address to the page of the item that has it. A localized item's path begins with its culture, so
/// <c>/{culture}/{path}</c> is looked for without and with it, and with the cultures that may answer for it. Of the item's
/// localization set the nearest to the language of the page is shown, at its own address in that language. Whoever comes by
/// another one, or by an item's former path, is sent on. No item, or one whose type has no page: 404.
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
        HttpContext context, string path, ContentReader reader, LocalizedItems items, Site site, RequestedItem requested, ItemPages pages, IActionInvokerFactory invokers)
    {
        var wanted = path.TrimEnd('/');
        string[] candidates = [wanted, .. LocalizedItems.AnswerOrder(site).Select(culture => $"{culture}/{wanted}")];
        if (await items.FindByPathAsync(candidates, context.RequestAborted) is not { } found)
        {
            SendOn(context, await FindMovedAsync() is { } moved ? site.FindHref(moved) : null, permanent: true);
            return;
        }

        var variants = await items.ListVariantsAsync(found, context.RequestAborted);
        var item = Nearest(site, variants) ?? found;
        if (pages.Find(item.ContentType) is not { } page)
        {
            SendOn(context, href: null);
            return;
        }

        if (wanted != ItemAddresses.PathBelowCulture(item)?.Normalize())
        {
            SendOn(context, site.FindHref(item));
            return;
        }

        requested.Set(item, variants);
        var routeData = context.GetRouteData();
        routeData.Values["area"] = page.Area;
        routeData.Values["page"] = page.Page;
        var action = new ActionContext(context, routeData, await pages.LoadAsync(page));
        if (invokers.CreateInvoker(action) is { } invoker)
        {
            await invoker.InvokeAsync();
        }

        async ValueTask<ContentItem?> FindMovedAsync()
        {
            foreach (var candidate in candidates)
            {
                if (await reader.FindMovedAsync(candidate, context.RequestAborted) is { } moved)
                {
                    return moved;
                }
            }

            return null;
        }
    }

    private static ContentItem? Nearest(Site site, ImmutableArray<ContentItem> variants) => LocalizedItems.AnswerOrder(site)
        .Select(culture => variants.FirstOrDefault(variant => culture.Equals(ContentItemParts.CultureOf(variant), StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(variant => variant is not null);

    private static void SendOn(HttpContext context, string? href, bool permanent = false)
    {
        if (href is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            context.SendOn(href, permanent);
        }
    }
}
