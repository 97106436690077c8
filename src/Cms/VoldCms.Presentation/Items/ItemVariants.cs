using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>An item that was asked for, and the same in every language that it exists in.</summary>
/// <param name="Asked">The one that has the address.</param>
/// <param name="All">In every language, itself included.</param>
internal sealed record ItemVariants(ContentItem Asked, ImmutableArray<ContentItem> All)
{
    /// <param name="asked">One of them.</param>
    /// <param name="found">Items that were found, each with its variants.</param>
    public static ItemVariants Of(ContentItem asked, IReadOnlyList<ContentItem> found) =>
        new(
            asked,
            ContentItemParts.LocalizationSetOf(asked) is { Length: > 0 } set ? [.. found.Where(IsOf(set, asked.ContentType))] : [asked]
        );

    /// <summary>The nearest to the language of the page; the asked one where none has a language that may answer.</summary>
    public ContentItem Nearest(Site site) =>
        site.AnswerOrder.Select(culture =>
                All.FirstOrDefault(variant => culture.Equals(ContentItemParts.CultureOf(variant), StringComparison.OrdinalIgnoreCase))
            )
            .FirstOrDefault(variant => variant is not null)
        ?? Asked;

    private static Func<ContentItem, bool> IsOf(string set, string contentType) =>
        item => item.ContentType == contentType && set.Equals(ContentItemParts.LocalizationSetOf(item), StringComparison.OrdinalIgnoreCase);
}
