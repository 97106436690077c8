using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>What a module wants to be found in the site's alphabetical index. Scoped.</summary>
public interface IIndexEntries
{
    /// <summary>In no order.</summary>
    ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken);
}

/// <summary>A page, or a place on one, under the name that somebody may look for.</summary>
/// <param name="Title">The name.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Language">The title's language where it is not the page's; else null.</param>
public sealed record SiteIndexEntry(Wording Title, string Href, Wording Kind, Culture? Language);
