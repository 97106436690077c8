using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace VoldCms.Presentation.Items;

/// <summary>The registered pages, and places on pages, by content type. Singleton.</summary>
internal sealed class ItemPages(
    IEnumerable<ItemPage> pages,
    IEnumerable<ItemPlace> places,
    IActionDescriptorCollectionProvider actions,
    PageLoader loader
)
{
    private readonly FrozenDictionary<string, ItemPage> _byType = pages.ToFrozenDictionary(
        page => page.ContentType,
        StringComparer.OrdinalIgnoreCase
    );

    private readonly FrozenDictionary<string, ItemPlace> _places = places.ToFrozenDictionary(
        place => place.ContentType,
        StringComparer.OrdinalIgnoreCase
    );

    public ItemPage? Find(string contentType) => _byType.GetValueOrDefault(contentType);

    public ItemPlace? FindPlace(string contentType) => _places.GetValueOrDefault(contentType);

    /// <summary>The compiled page; the loader keeps it.</summary>
    /// <exception cref="InvalidOperationException">The area has no such page: the module has named one that it does not bring.</exception>
    public Task<CompiledPageActionDescriptor> LoadAsync(ItemPage page)
    {
        var descriptor =
            actions
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
                .FirstOrDefault(action => action.AreaName == page.Area && action.ViewEnginePath == page.Page)
            ?? throw new InvalidOperationException(
                $"The area '{page.Area}' has no page '{page.Page}' for items of type '{page.ContentType}'."
            );
        return loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty);
    }
}
