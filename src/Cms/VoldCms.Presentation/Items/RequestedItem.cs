using VoldCms.ContentManagement.Items;

namespace VoldCms.Presentation.Items;

/// <summary>The item whose address was asked for. Scoped; filled by the routing before the item's page runs.</summary>
public sealed class RequestedItem
{
    private ContentItem? _item;

    /// <exception cref="InvalidOperationException">The page was not reached by an item's address.</exception>
    public ContentItem Item => _item ?? throw new InvalidOperationException("No item was asked for: the page is reached by an item's address only.");

    internal void Set(ContentItem item) => _item = item;
}
