using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>
/// From an address to the page of the item that has it. A localized item's path begins with its culture, so
/// <c>/{culture}/{path}</c> is looked for without and with it, and with the cultures that may answer for it. Of the item's
/// localization set the nearest to the language of the page is shown, at its own address in that language. Whoever comes by
/// another one, by another spelling of it, or by an item's former path, is sent on. No item, or one whose type has no page: 404.
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
        endpoints.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], HandleAsync).WithMetadata(new SpelledByItem());

    private static async Task HandleAsync(
        HttpContext context,
        string path,
        LocalizedItems items,
        Site site,
        RequestedItem requested,
        ItemPages pages,
        IActionInvokerFactory invokers
    )
    {
        var wanted = path.TrimEnd('/');
        string[] candidates = [wanted, .. site.AnswerOrder.Select(culture => $"{culture}/{wanted}")];
        var there = await items.FindByPathAsync(candidates, context.RequestAborted);
        if ((there ?? await items.FindMovedAsync(candidates, context.RequestAborted)) is not { } found)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var item = found.Nearest(site);
        if (pages.FindPlace(item.ContentType) is { } place)
        {
            context.SendOn(place.FindHref(site, item));
            return;
        }

        if (pages.Find(item.ContentType) is not { } page || site.FindHref(item) is not { } href)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // For good from a former path, and from another spelling; the path in another language can be hers again when somebody has
        // translated it.
        if (
            AskedAddress.TrySendOn(
                context,
                href,
                permanent: there is null || ContentPath.AreSame(wanted, ItemAddresses.PathBelowCulture(item))
            )
        )
        {
            return;
        }

        requested.Set(item, found.All);
        var routeData = context.GetRouteData();
        routeData.Values["area"] = page.Area;
        routeData.Values["page"] = page.Page;
        var action = new ActionContext(context, routeData, await pages.LoadAsync(page));
        if (invokers.CreateInvoker(action) is { } invoker)
        {
            await invoker.InvokeAsync();
        }
    }
}
