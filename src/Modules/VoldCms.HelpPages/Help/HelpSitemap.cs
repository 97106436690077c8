using VoldCms.HelpPages.Reference;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages.Help;

/// <summary>Help pages, kinds and duties, and the lists that have something in them; words have no pages of their own. Scoped.</summary>
internal sealed class HelpSitemap(ItemSitemap items, ReferenceReader reference) : ISitemapEntries
{
    private static readonly string[] s_lists = [HelpPaths.Kinds, HelpPaths.Duties, HelpPaths.Laws, HelpPaths.Words];

    private static readonly string[] s_types = [HelpContentTypes.HelpPage, HelpContentTypes.ViolenceType, HelpContentTypes.Duty];

    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken)
    {
        var filled = (await reference.ListPagesAsync(cancellationToken)).Select(list => list.Href).ToList();
        var entries = s_lists
            .Where(path => filled.Contains(site.Href(path)))
            .Prepend(HelpPaths.Help)
            .Select(path => SitemapEntry.Everywhere(site, path))
            .ToList();
        foreach (var type in s_types)
        {
            entries.AddRange(await items.ListAsync(type, cancellationToken));
        }

        return entries;
    }
}
