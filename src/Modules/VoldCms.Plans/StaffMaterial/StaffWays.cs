using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.StaffMaterial;

/// <summary>The ways from the help page for staff to what the plans have for them. Scoped.</summary>
internal sealed class StaffWays(ContentReader reader, Site site) : IItemRegion
{
    // The address that the front page's way in for staff leads to, in every language.
    private const string StaffPath = "hjelp/ansatte";

    public async ValueTask<ItemRegion?> ReadAsync(ContentItem item, CancellationToken cancellationToken) =>
        item.ContentType == PlanContentTypes.HelpPage
        && ItemAddresses.PathBelowCulture(item) == StaffPath
        && await reader.CountAsync(ContentQuery.For(PlanContentTypes.Plan), cancellationToken) > 0
            ? new(
                "planverk",
                site.Texts["The plans, day to day"],
                "~/Areas/Plans/Pages/_Cards.cshtml",
                ImmutableArray.Create(
                    new LinkCard(
                        site.Texts["Annual wheel"],
                        site.Href(PlanAddresses.AnnualWheel),
                        site.Texts["What comes again every year, and who does it."]
                    ),
                    new LinkCard(
                        site.Texts["Who is responsible"],
                        site.Href(PlanAddresses.Parties),
                        site.Texts["All whom the plans make responsible, and what for."]
                    ),
                    new LinkCard(site.Texts["Plans"], site.Href(PlanAddresses.Plans), site.Texts["Measures, action cards and guides."])
                )
            )
            : null;
}
