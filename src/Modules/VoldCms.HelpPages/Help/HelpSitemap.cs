using VoldCms.HelpPages.Reference;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>Help pages, kinds and duties, and the lists of them; words have no pages of their own. Scoped.</summary>
internal sealed class HelpSitemap(ItemSitemap items) : ISitemapEntries
{
    private static readonly string[] s_lists =
        [HelpSection.PagePath, ReferenceReader.KindsPath, ReferenceReader.DutiesPath, ReferenceReader.LawsPath, ReferenceReader.WordsPath];

    private static readonly string[] s_types = [ContentTypes.HelpPage, ContentTypes.ViolenceType, ContentTypes.Duty];

    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken)
    {
        var entries = s_lists.Select(path => SitemapEntry.Everywhere(site, path)).ToList();
        foreach (var type in s_types)
        {
            entries.AddRange(await items.ListAsync(type, cancellationToken));
        }

        return entries;
    }
}
