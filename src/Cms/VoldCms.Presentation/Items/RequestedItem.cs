using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;

namespace VoldCms.Presentation.Items;

/// <summary>The item whose address was asked for. Scoped; filled by the routing before the item's page runs.</summary>
public sealed class RequestedItem
{
    private ContentItem? _item;

    /// <exception cref="InvalidOperationException">The page was not reached by an item's address.</exception>
    public ContentItem Item => _item ?? throw new InvalidOperationException("No item was asked for: the page is reached by an item's address only.");

    /// <summary>The item in every language that it exists in, itself included.</summary>
    public ImmutableArray<ContentItem> Variants { get; private set; } = [];

    internal void Set(ContentItem item, ImmutableArray<ContentItem> variants)
    {
        _item = item;
        Variants = variants;
    }
}
