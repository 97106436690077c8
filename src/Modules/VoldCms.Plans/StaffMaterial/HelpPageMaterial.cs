using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.StaffMaterial;

/// <summary>The action cards and guides that name a help page, on that page. Scoped.</summary>
internal sealed class HelpPageMaterial(StaffMaterialReader material, Site site) : IItemRegion
{
    public async ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType != PlanContentTypes.HelpPage)
        {
            return null;
        }

        var links = await material.ListForAsync(item, cancellationToken);
        return links.IsEmpty ? null : new("kort", site.Texts["Action cards and guides"], "~/Areas/Plans/Pages/_Cards.cshtml", links);
    }
}
