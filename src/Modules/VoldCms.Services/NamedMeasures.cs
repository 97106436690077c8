using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services;

/// <summary>The measures of a plan that an item of this module names in its field <c>Measures</c>.</summary>
internal static class NamedMeasures
{
    /// <summary>Those that are public and have a page, in the editor's order.</summary>
    public static async Task<ImmutableArray<LinkCard>> ListMeasuresAsync(
        this LocalizedItems items,
        Site site,
        ContentItem item,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await items.ResolveAsync(ServiceContentTypes.Measure, item.Ids(item.ContentType, "Measures"), cancellationToken))
                .Select(measure => site.FindHref(measure) is { } href ? new LinkCard(measure.DisplayText ?? "", href) : null)
                .OfType<LinkCard>(),
        ];
}
