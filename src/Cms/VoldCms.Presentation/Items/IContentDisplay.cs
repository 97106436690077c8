using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Presentation.Items;

/// <summary>How the module that knows a content type shows its items on the pages of those that do not. Scoped.</summary>
public interface IContentDisplay
{
    /// <summary>Ignoring case.</summary>
    string ContentType { get; }

    /// <summary>
    /// What belongs on a page, in the order in which the module shows it: the items that are picked, and those of its own that answer to
    /// the page's terms; each in the language of the page where it is there in it.
    /// </summary>
    ValueTask<IReadOnlyList<ContentDisplay>> ListAsync(ContentTopic topic, CancellationToken cancellationToken);
}

/// <summary>What a page is about, for modules that have something to show there.</summary>
/// <param name="Terms">The terms that it bears, of whatever taxonomies; empty for a page that asks for nothing but what is picked.</param>
/// <param name="Picked">The items that its editor has picked, in her order.</param>
public sealed record ContentTopic(IReadOnlyCollection<ContentItemId> Terms, IReadOnlyList<ContentItemId> Picked)
{
    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Terms.Count == 0 && Picked.Count == 0;
}

/// <summary>An item, ready to be shown.</summary>
/// <param name="Partial">The partial view, by its whole path.</param>
/// <param name="Model">What it shows.</param>
/// <param name="Language">The language of the item's words where it is not the page's; else null.</param>
/// <param name="IsFirst">It is what the reader needs before she reads on: a page shows it above its text.</param>
public sealed record ContentDisplay(string Partial, object Model, Culture? Language, bool IsFirst = false);

/// <summary>How pages ask.</summary>
public static class ContentDisplays
{
    /// <summary>None where no module shows the type.</summary>
    public static async ValueTask<IReadOnlyList<ContentDisplay>> ListAsync(
        this IEnumerable<IContentDisplay> displays,
        string contentType,
        ContentTopic topic,
        CancellationToken cancellationToken
    ) =>
        !topic.IsEmpty
        && displays.FirstOrDefault(display => display.ContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase)) is { } found
            ? await found.ListAsync(topic, cancellationToken)
            : [];
}
