using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.HelpPages;

/// <summary>An item by its name, with the way to it.</summary>
/// <param name="Title">The item's own.</param>
/// <param name="Href">Its page.</param>
/// <param name="Text">A few words about it; null when there are none.</param>
/// <param name="Language">The language of title and text where it is not the page's; else null.</param>
internal sealed record ItemLink(Wording Title, string Href, string? Text, Culture? Language)
{
    /// <summary>Whether its address lies below another's.</summary>
    internal bool IsBelow(ItemLink other) => Href.StartsWith($"{other.Href}/", StringComparison.Ordinal);

    /// <summary>The link to an item; null where it has no address.</summary>
    internal static ItemLink? To(Site site, ContentItem item, string? text = null) =>
        site.FindHref(item) is { } href ? new(item.DisplayText ?? "", href, text, site.FindOtherLanguage(item)) : null;
}
