using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;

namespace VoldCms.Services.WebResources;

/// <summary>
/// The municipality's services and websites that name a help page, on that: a page that all municipalities share leads to what is there in
/// this one, also where nobody knows a number. Scoped.
/// </summary>
internal sealed class NamedOnHelpPage(LocalizedItems items, Site site) : IItemRegion
{
    private const string Field = "HelpPages";

    public async ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != ServiceContentTypes.HelpPage)
        {
            return null;
        }

        var naming = (await items.ListAsync(ServiceContentTypes.Service, cancellationToken))
            .Concat(await items.ListAsync(ServiceContentTypes.WebResource, cancellationToken))
            .Where(each => each.Ids(each.ContentType, Field).Count > 0)
            .ToList();
        if (naming.Count == 0)
        {
            return null;
        }

        var variants = (await items.ListVariantsAsync(item, cancellationToken)).Select(variant => variant.ContentItemId).ToHashSet();
        var links = naming
            .Where(each => each.Ids(each.ContentType, Field).Any(variants.Contains))
            .Select(FindLink)
            .OfType<PageOrWebsite>()
            .ToList();
        return links.Count == 0
            ? null
            : new("her", site.Texts["In this municipality"], "~/Areas/Services/Pages/_NamedOnHelpPage.cshtml", links);
    }

    private PageOrWebsite? FindLink(ContentItem named) =>
        named.ContentType == ServiceContentTypes.Service
            ? site.FindHref(named) is { } href
                ? new(new(named.DisplayText ?? "", href, Language: site.FindOtherLanguage(named)?.Name), null, null, null)
                : null
            : named.Link(ServiceContentTypes.WebResource, "Address") is { Domain: { } domain } link
                ? new(
                    new(named.DisplayText ?? link.Text, link.Href, Language: SourceWords.Language),
                    domain,
                    site.Culture.IsNorwegian ? named.Text(ServiceContentTypes.WebResource, "Description") : null,
                    Verification.Of(named, site.Texts)
                )
                : null;
}

/// <summary>What names a help page.</summary>
/// <param name="Link">Its page, here or elsewhere.</param>
/// <param name="Domain">Whose page it is, so that nobody is led away unawares; null for a page of this site.</param>
/// <param name="Text">A few words about it; null when there are none.</param>
/// <param name="Verification">How far a page elsewhere may be trusted; null for a page of this site, which says so itself.</param>
internal sealed record PageOrWebsite(LinkCard Link, string? Domain, string? Text, Verification? Verification);
