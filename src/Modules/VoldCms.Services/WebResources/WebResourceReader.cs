using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.WebResources;

/// <summary>A website that somebody has recommended.</summary>
/// <param name="Domain">Whose it is, as people say it.</param>
/// <param name="Description">Null when nothing is said of it.</param>
internal sealed record WebResourceView(string Name, string Href, string Domain, string? Description, Verification Verification);

/// <summary>Reads web resources for pages. Scoped.</summary>
internal sealed class WebResourceReader(ContentReader reader, Site site)
{
    /// <summary>Those that can be followed, by name.</summary>
    public async Task<ImmutableArray<WebResourceView>> ListAsync(CancellationToken cancellationToken)
    {
        var items = await reader.ListAllAsync(ContentQuery.For(ContentTypes.WebResource), cancellationToken);
        return
        [
            .. items.Select(Read).OfType<WebResourceView>()
                .OrderBy(resource => resource.Name, StringComparer.Create(site.Culture.Formatting, ignoreCase: true)),
        ];
    }

    private WebResourceView? Read(ContentItem item) =>
        item.Link(ContentTypes.WebResource, "Address") is { Domain: { } domain } link
            ? new(
                item.DisplayText ?? domain,
                link.Href,
                domain,
                item.Text(ContentTypes.WebResource, "Description"),
                Verification.Of(item, site.Texts))
            : null;
}
