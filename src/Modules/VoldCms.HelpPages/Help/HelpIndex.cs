using VoldCms.HelpPages.Reference;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>Help pages, kinds, duties and words in the site's index. Scoped.</summary>
internal sealed class HelpIndex(HelpReader help, ReferenceReader reference) : IIndexEntries
{
    public async ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken)
    {
        var pages = await help.ReadListAsync(cancellationToken);
        var words = await reference.ListWordsAsync(cancellationToken);
        var wordsHref = site.Href(HelpPaths.Words);
        return
        [
            .. Named(pages.Pages.SelectMany(branch => branch.Below.Prepend(branch.Page)), site.Texts["Help"]),
            .. Named(pages.AboutTheSite, site.Texts["About the site"]),
            .. Named(await reference.ListKindsAsync(cancellationToken), site.Texts["What it can be"]),
            .. Named((await reference.ListDutiesAsync(cancellationToken)).Duties, site.Texts["Duty"]),
            .. words
                .SelectMany(group => group.Words)
                .Select(word => new SiteIndexEntry(word.Word, $"{wordsHref}#{word.Anchor}", site.Texts["Word"], word.Language)),
        ];
    }

    private static IEnumerable<SiteIndexEntry> Named(IEnumerable<ItemLink> links, Wording kind) =>
        links.Select(link => new SiteIndexEntry(link.Title, link.Href, kind, link.Language));
}
