using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Services.Pathways;

/// <summary>The pathways that name a plan or a help page, on that. Scoped.</summary>
internal sealed class PathwayLinks(PathwayReader pathways, Site site) : IItemRegion
{
    public async ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var field = item.ContentType switch
        {
            ServiceContentTypes.Plan => "Plan",
            ServiceContentTypes.HelpPage => "HelpPages",
            _ => null,
        };
        if (field is null)
        {
            return null;
        }

        var links = await pathways.ListForAsync(item, field, cancellationToken);
        return links.IsEmpty
            ? null
            : new("kjeder", site.Texts["Who does what, one after the other"], "~/Areas/Services/Pages/_Pathways.cshtml", links);
    }
}
