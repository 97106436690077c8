using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Services.Finding;

/// <summary>Services in the site's index, also under the other names that they go by. Scoped.</summary>
internal sealed class ServicesIndex(ServiceReader services) : IIndexEntries
{
    public async ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken)
    {
        var all = await services.ListAsync(cancellationToken);
        if (all.IsEmpty)
        {
            return [];
        }

        var kind = site.Texts["Service"];
        return
        [
            new(site.Texts["Websites"], site.Href(ServicePaths.Websites), kind, null),
            new(site.Texts["To print"], site.Href(ServicePaths.Printouts), kind, null),
            .. from service in all
            from name in service.NameVariants.Prepend(service.Name)
            select new SiteIndexEntry(name, service.Href, kind, service.Language is { } language ? Cultures.Find(language) : null),
        ];
    }
}
