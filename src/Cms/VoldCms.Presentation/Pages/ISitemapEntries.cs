using System.Collections.Immutable;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Pages;

/// <summary>A module's public pages, for those who look for all that a site has. Scoped.</summary>
public interface ISitemapEntries
{
    /// <summary>
    /// Those that are there in the language of the site, in no order; what would answer with another language's words is left out.
    /// </summary>
    ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken);
}

/// <summary>A page.</summary>
/// <param name="Languages">The page in each language that it is written in, that of the site included.</param>
/// <param name="ChangedAt">When what it shows was changed last; null where it is made of many things.</param>
public sealed record SitemapEntry(ImmutableArray<LanguageLink> Languages, DateTimeOffset? ChangedAt = null)
{
    /// <summary>A page that has words in every language of the site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">Below the language.</param>
    public static SitemapEntry Everywhere(Site site, string path) =>
        new([.. site.Cultures.Select(culture => new LanguageLink(culture, site.Href(culture, path), culture == site.Culture))]);
}
