using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Presentation.Items;

/// <summary>The pages of items at their own addresses, for sitemaps. Scoped.</summary>
public sealed class ItemSitemap(ContentReader reader, Site site)
{
    /// <summary>
    /// The items of a type that are there in the language of the site; those without a culture are there in all. A tenant that does not
    /// know the type has none.
    /// </summary>
    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(string contentType, CancellationToken cancellationToken)
    {
        var items = await reader.ListAllAsync(ContentQuery.For(contentType), cancellationToken);
        return
        [
            .. items
                .GroupBy(item => ContentItemParts.LocalizationSetOf(item) is { Length: > 0 } set ? set : item.ContentItemId.Value)
                .Select(variants => FindEntry([.. variants]))
                .OfType<SitemapEntry>(),
        ];
    }

    /// <summary>An item whose words are in these languages; null when it has no address, or none of them is the site's.</summary>
    /// <param name="item">The item.</param>
    /// <param name="writtenIn">Empty for every language.</param>
    public SitemapEntry? FindEntry(ContentItem item, ImmutableArray<Culture> writtenIn) =>
        ToEntry(culture => writtenIn.IsEmpty || writtenIn.Contains(culture) ? item : null);

    private SitemapEntry? FindEntry(ImmutableArray<ContentItem> variants) =>
        ToEntry(culture =>
            variants.FirstOrDefault(variant => ItemAddresses.CultureOf(variant) == culture)
            ?? variants.FirstOrDefault(variant => ItemAddresses.CultureOf(variant) is null)
        );

    private SitemapEntry? ToEntry(Func<Culture, ContentItem?> variantIn)
    {
        ImmutableArray<LanguageLink> languages =
        [
            .. from culture in site.Cultures
            let variant = variantIn(culture)
            where variant is not null
            let href = site.FindHref(culture, variant)
            where href is not null
            select new LanguageLink(culture, href, culture == site.Culture),
        ];
        return variantIn(site.Culture) is { } own && languages.Any(language => language.IsCurrent)
            ? new(languages, own.PublishedUtc ?? own.ModifiedUtc)
            : null;
    }
}
