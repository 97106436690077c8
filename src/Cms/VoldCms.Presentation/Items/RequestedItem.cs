using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;

namespace VoldCms.Presentation.Items;

/// <summary>The item whose address was asked for. Scoped; filled by the routing before the item's page runs.</summary>
public sealed class RequestedItem
{
    private ContentItem? _item;

    /// <exception cref="InvalidOperationException">The page was not reached by an item's address.</exception>
    public ContentItem Item =>
        _item ?? throw new InvalidOperationException("No item was asked for: the page is reached by an item's address only.");

    /// <summary>The item in every language that it exists in, itself included.</summary>
    public ImmutableArray<ContentItem> Variants { get; private set; } = [];

    /// <summary>The languages that it exists in; empty for an item that has none, and is the same in all.</summary>
    public ImmutableArray<Culture> WrittenIn => [.. Variants.Select(ItemAddresses.CultureOf).OfType<Culture>().Distinct()];

    /// <summary>Whether it is this item, so that its variants are known.</summary>
    internal bool Has(ContentItem item) => _item is not null && _item.ContentItemId == item.ContentItemId;

    internal void Set(ContentItem item, ImmutableArray<ContentItem> variants)
    {
        _item = item;
        Variants = variants;
    }
}
