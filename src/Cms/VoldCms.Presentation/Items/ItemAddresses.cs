using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>Where items are found on their tenant's site, and in which language.</summary>
public static class ItemAddresses
{
    /// <summary>
    /// The item's address below the language of the page, so that the reader keeps hers; the routing answers there also when
    /// the item's words are in another. Null when it has no path.
    /// </summary>
    public static string? FindHref(this Site site, ContentItem item) => site.FindHref(site.Culture, item);

    /// <inheritdoc cref="FindHref(Site, ContentItem)"/>
    /// <param name="site">The site.</param>
    /// <param name="culture">The language to stay in.</param>
    /// <param name="item">The item.</param>
    public static string? FindHref(this Site site, Culture culture, ContentItem item) =>
        PathBelowCulture(item) is { Length: > 0 } path ? site.Href(culture, path) : null;

    /// <summary>The culture of the item's words where it is not that of the page, for <c>lang</c> and <c>dir</c>; else null.</summary>
    public static Culture? FindOtherLanguage(this Site site, ContentItem item) =>
        CultureOf(item) is { } culture && culture != site.Culture ? culture : null;

    /// <summary>The culture that the item says it is in; null where it has none, or one that the table does not know.</summary>
    internal static Culture? CultureOf(ContentItem item) => ContentItemParts.CultureOf(item) is { } name ? Cultures.Find(name) : null;

    /// <summary>The item's path without its culture in front; null when it has none.</summary>
    public static string? PathBelowCulture(ContentItem item)
    {
        if (ContentItemParts.PathOf(item) is not { } stored)
        {
            return null;
        }

        // Some were stored before paths were composed.
        var path = ContentPath.Normalize(stored);
        return CultureOf(item) is { } culture && path.StartsWith($"{culture.Name}/", StringComparison.OrdinalIgnoreCase)
            ? path[(culture.Name.Length + 1)..]
            : path;
    }
}
