using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Presentation.Items;

/// <summary>How the module that knows a content type shows its items on the pages of those that do not. Scoped.</summary>
public interface IContentDisplay
{
    /// <summary>Ignoring case.</summary>
    string ContentType { get; }

    /// <summary>The items that a picker names, in its order and in the language of the page where they are there in it.</summary>
    ValueTask<IReadOnlyList<ContentDisplay>> ListAsync(IReadOnlyList<ContentItemId> ids, CancellationToken cancellationToken);
}

/// <summary>An item, ready to be shown.</summary>
/// <param name="Partial">The partial view, by its whole path.</param>
/// <param name="Model">What it shows.</param>
/// <param name="Language">The language of the item's words where it is not the page's; else null.</param>
public sealed record ContentDisplay(string Partial, object Model, Culture? Language);

/// <summary>How pages ask.</summary>
public static class ContentDisplays
{
    /// <summary>None where no module shows the type.</summary>
    public static async ValueTask<IReadOnlyList<ContentDisplay>> ListAsync(
        this IEnumerable<IContentDisplay> displays, string contentType, IReadOnlyList<ContentItemId> ids, CancellationToken cancellationToken) =>
        ids.Count > 0 && displays.FirstOrDefault(display => display.ContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase)) is { } found
            ? await found.ListAsync(ids, cancellationToken)
            : [];
}
