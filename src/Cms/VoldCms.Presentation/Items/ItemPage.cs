using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>Which Razor Page shows the items of a content type at their own addresses (<c>AutoroutePart.Path</c>).</summary>
/// <param name="ContentType">Ignoring case.</param>
/// <param name="Area">The module's area.</param>
/// <param name="Page">The page's path in the area, such as <c>/Article</c>. Its model takes the item from
/// <see cref="RequestedItem"/>.</param>
public sealed record ItemPage(string ContentType, string Area, string Page);

/// <summary>Where readers of the items of a content type are sent to: a place on another page.</summary>
/// <param name="ContentType">Ignoring case.</param>
/// <param name="FindHref">The place, escaped, in the language of the page.</param>
public sealed record ItemPlace(string ContentType, Func<Site, ContentItem, string> FindHref);

/// <summary>How a module names its pages.</summary>
public static class ItemPageRegistration
{
    /// <summary>Says which Razor page shows the items of a content type.</summary>
    public static IServiceCollection AddItemPage(this IServiceCollection services, string contentType, string area, string page) =>
        services.AddSingleton(new ItemPage(contentType, area, page));

    /// <inheritdoc cref="ItemPlace"/>
    public static IServiceCollection AddItemPlace(
        this IServiceCollection services,
        string contentType,
        Func<Site, ContentItem, string> findHref
    ) => services.AddSingleton(new ItemPlace(contentType, findHref));
}
