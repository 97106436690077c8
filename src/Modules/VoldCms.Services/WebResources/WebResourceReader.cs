using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.WebResources;

/// <summary>A website that somebody has recommended.</summary>
/// <param name="Domain">Whose it is, as people say it.</param>
/// <param name="OtherNames">What others call the same page.</param>
/// <param name="Description">Null when nothing is said of it.</param>
/// <param name="Headings">Where a document names it: the heading or the words beside it, as printed.</param>
/// <param name="Verifications">How far each that names it may be trusted, each line once.</param>
internal sealed record WebResourceView(
    string Name,
    string Href,
    string Domain,
    ImmutableArray<string> OtherNames,
    string? Description,
    ImmutableArray<string> Headings,
    ImmutableArray<Verification> Verifications
);

/// <summary>Reads web resources for pages. Scoped.</summary>
internal sealed class WebResourceReader(ContentReader reader, Site site)
{
    /// <summary>Those that can be followed, by name. A page that several items lead to stands once, with what each says of it.</summary>
    public async Task<ImmutableArray<WebResourceView>> ListAsync(CancellationToken cancellationToken)
    {
        var items = await reader.ListAllAsync(ContentQuery.For(ServiceContentTypes.WebResource), cancellationToken);
        return
        [
            .. items
                .Select(item => (Item: item, Link: item.Link(ServiceContentTypes.WebResource, "Address")))
                .Where(resource => resource.Link?.Domain is not null)
                .GroupBy(resource => PageOf(resource.Link!.Href), resource => resource.Item, StringComparer.OrdinalIgnoreCase)
                .Select(Read)
                .OrderBy(resource => resource.Name, StringComparer.Create(site.Culture.Formatting, ignoreCase: true)),
        ];
    }

    // What the municipality has checked speaks first, then what describes the page, then what was not written for one document.
    private WebResourceView Read(IEnumerable<ContentItem> same)
    {
        var items = same.OrderByDescending(item => item.Day(ServiceContentTypes.Verification, "CheckedDate") is not null)
            .ThenByDescending(item => item.Text(ServiceContentTypes.WebResource, "Description") is not null)
            .ThenBy(item => item.Bag("Mentions").Count)
            .ThenBy(item => item.ContentItemId.Value, StringComparer.Ordinal)
            .ToList();
        var link = items[0].Link(ServiceContentTypes.WebResource, "Address")!;
        var names = items.Select(item => item.DisplayText ?? link.Domain!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new(
            names[0],
            link.Href,
            link.Domain!,
            [.. names.Skip(1)],
            items[0].Text(ServiceContentTypes.WebResource, "Description"),
            [
                .. items
                    .SelectMany(item => item.Bag("Mentions"))
                    .Select(mention => mention.Text(ServiceContentTypes.WebResourceMention, "Context"))
                    .OfType<string>()
                    .Except(names, StringComparer.OrdinalIgnoreCase),
            ],
            [.. items.Select(item => Verification.Of(item, site.Texts)).DistinctBy(verification => verification.Text.Value)]
        );
    }

    // The page that an address leads to, however it is written: with or without www, a slash at the end, or a place on the page.
    private static string PageOf(string href)
    {
        var address = new Uri(href);
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host["www.".Length..] : address.Host;
        return $"{host}{address.AbsolutePath.TrimEnd('/')}{address.Query}";
    }
}
