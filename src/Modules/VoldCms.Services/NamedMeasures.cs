using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services;

/// <summary>The measures of a plan that items of this module name in their field <c>Measures</c>. Immutable.</summary>
internal sealed class NamedMeasures
{
    private readonly Site _site;
    private readonly IReadOnlyDictionary<ContentItemId, ContentItem> _measures;

    private NamedMeasures(Site site, IReadOnlyDictionary<ContentItemId, ContentItem> measures) => (_site, _measures) = (site, measures);

    /// <summary>Reads the measures of all these items at once.</summary>
    public static async Task<NamedMeasures> ReadAsync(
        LocalizedItems items,
        Site site,
        IEnumerable<ContentItem> naming,
        CancellationToken cancellationToken
    ) => new(site, await items.ResolveEachAsync(ServiceContentTypes.Measure, naming.SelectMany(IdsIn), cancellationToken));

    /// <summary>Those of one of them that are public and have a page, in the editor's order.</summary>
    public ImmutableArray<LinkCard> Of(ContentItem item) =>
        [
            .. _measures
                .Pick(IdsIn(item))
                .Select(measure => _site.FindHref(measure) is { } href ? new LinkCard(measure.DisplayText ?? "", href) : null)
                .OfType<LinkCard>(),
        ];

    private static IEnumerable<ContentItemId> IdsIn(ContentItem item) => item.Ids(item.ContentType, "Measures");
}
