using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>Where items are found on their tenant's site.</summary>
public static class ItemAddresses
{
    /// <summary>
    /// The item's own address: below its culture when it has one, else below the language of the page. Null when it has no path.
    /// </summary>
    public static string? FindHref(this Site site, ContentItem item)
    {
        if (ContentItemParts.PathOf(item) is not { Length: > 0 } path)
        {
            return null;
        }

        var culture = ContentItemParts.CultureOf(item) is { } name ? Cultures.Find(name) : null;
        return culture is not null && path.StartsWith($"{culture.Name}/", StringComparison.OrdinalIgnoreCase)
            ? site.Href(culture, path[(culture.Name.Length + 1)..])
            : site.Href(path);
    }

    /// <summary>
    /// The item's address below the language of the page, also where the item speaks another language and answers by fallback.
    /// Null when it has no path.
    /// </summary>
    public static string? FindHrefHere(this Site site, ContentItem item)
    {
        if (ContentItemParts.PathOf(item) is not { Length: > 0 } path)
        {
            return null;
        }

        return ContentItemParts.CultureOf(item) is { } culture && path.StartsWith($"{culture}/", StringComparison.OrdinalIgnoreCase)
            ? site.Href(path[(culture.Length + 1)..])
            : site.Href(path);
    }
}
