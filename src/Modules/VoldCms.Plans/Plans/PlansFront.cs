using VoldCms.ContentManagement.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>Plans at the end of the front page, for those who work with them, and in the index. Scoped.</summary>
internal sealed class PlansFront(PlanReader plans) : IFrontRegion, IIndexEntries
{
    public int Order => 50;

    public async ValueTask<FrontRegion?> ReadAsync(Site site, CancellationToken cancellationToken)
    {
        var cards = (await plans.ListAsync(cancellationToken))
            .Select(plan => new LinkCard(plan.Title, plan.Href, PlansSection.Describe(site, plan), plan.Language))
            .ToList();
        return cards.Count == 0
            ? null
            : new(
                FrontRegion.CardsPartial,
                new FrontCards(
                    "planer",
                    site.Texts["For those who work with it: plans"],
                    site.Texts["What has been decided, and who is responsible."],
                    cards
                )
            );
    }

    public async ValueTask<IReadOnlyList<SiteIndexEntry>> ListAsync(Site site, CancellationToken cancellationToken) =>
        [
            .. (await plans.ListAsync(cancellationToken)).Select(plan => new SiteIndexEntry(
                plan.Title,
                plan.Href,
                plan.Label,
                plan.Language == site.Culture.Name ? null : Cultures.Find(plan.Language)
            )),
        ];
}
