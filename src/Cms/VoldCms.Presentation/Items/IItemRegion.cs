using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;

namespace VoldCms.Presentation.Items;

/// <summary>
/// What a module has to show about an item of another's, on the pages of that: its own items that name it. Scoped.
/// </summary>
public interface IItemRegion
{
    /// <summary>None where the module has nothing about the item.</summary>
    ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken);
}

/// <summary>A part of an item's page, finished.</summary>
/// <param name="Anchor">The heading's id.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Partial">The partial view, by its whole path.</param>
/// <param name="Model">What it shows.</param>
public sealed record ItemRegion(string Anchor, Wording Heading, string Partial, object Model);

/// <summary>How pages ask.</summary>
public static class ItemRegions
{
    /// <summary>What every module has about the item, in the modules' order.</summary>
    public static async ValueTask<IReadOnlyList<ItemRegion>> ListAsync(
        this IEnumerable<IItemRegion> sources,
        ContentItem item,
        CancellationToken cancellationToken
    )
    {
        var regions = new List<ItemRegion>();
        foreach (var source in sources)
        {
            if (await source.ReadAsync(item, cancellationToken) is { } region)
            {
                regions.Add(region);
            }
        }

        return regions;
    }
}
