using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Presentation.Items;

/// <summary>The page model of an item that exists once a language.</summary>
public abstract class LocalizedItemPage(Site site, RequestedItem requested) : SitePage(site)
{
    /// <summary>The item that the address names.</summary>
    public ContentItem Item => requested.Item;

    /// <summary>The language of the item's words where it is not the page's: the page says so, and marks them with it.</summary>
    public Culture? OtherLanguage => Site.FindOtherLanguage(Item);

    /// <summary>To the item of the same set in each language; where there is none, to this one with that language around it.</summary>
    public override ImmutableArray<LanguageLink> Languages =>
        [.. Site.Cultures.Select(culture => new LanguageLink(culture, HrefIn(culture), culture == Site.Culture))];

    /// <inheritdoc/>
    protected override ImmutableArray<Culture> WrittenIn => requested.WrittenIn;

    private ContentItem? VariantIn(Culture culture) =>
        requested.Variants.FirstOrDefault(variant => ItemAddresses.CultureOf(variant) == culture);

    private string HrefIn(Culture culture) => Site.FindHref(culture, VariantIn(culture) ?? Item) ?? Site.Href(culture);
}
