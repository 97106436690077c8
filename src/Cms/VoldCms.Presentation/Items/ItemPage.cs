using Microsoft.Extensions.DependencyInjection;

namespace VoldCms.Presentation.Items;

/// <summary>Which Razor Page shows the items of a content type at their own addresses (<c>AutoroutePart.Path</c>).</summary>
/// <param name="ContentType">Ignoring case.</param>
/// <param name="Area">The module's area.</param>
/// <param name="Page">The page's path in the area, such as <c>/Article</c>. Its model takes the item from <see cref="RequestedItem"/>.</param>
public sealed record ItemPage(string ContentType, string Area, string Page);

/// <summary>How a module names its pages.</summary>
public static class ItemPageRegistration
{
    public static IServiceCollection AddItemPage(this IServiceCollection services, string contentType, string area, string page) =>
        services.AddSingleton(new ItemPage(contentType, area, page));
}
