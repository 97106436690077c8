using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Background;
using VoldCms.Plans.PlanParts;
using VoldCms.Plans.Responsibilities;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>
/// Plans and what belongs to them, in the language that each document is written in, and what staff have to work with. What belongs to a
/// plan that is not public is not there. Scoped.
/// </summary>
internal sealed class PlansSitemap(
    ContentReader reader,
    ItemSitemap items,
    BackgroundReader background,
    ResponsibilityReader responsibilities
) : ISitemapEntries
{
    private static readonly string[] s_ofPlans = [PlanContentTypes.Measure, PlanContentTypes.StatusReport];
    private static readonly string[] s_ofStaff = [PlanContentTypes.ActionCard, PlanContentTypes.Guide];

    public async ValueTask<IReadOnlyList<SitemapEntry>> ListAsync(Site site, CancellationToken cancellationToken)
    {
        var entries = new List<SitemapEntry>
        {
            SitemapEntry.Everywhere(site, PlanAddresses.Plans),
            SitemapEntry.Everywhere(site, PlanAddresses.Parties),
            SitemapEntry.Everywhere(site, PlanAddresses.AnnualWheel),
        };
        var plans = (await reader.ListAllAsync(ContentQuery.For(PlanContentTypes.Plan), cancellationToken)).ToDictionary(plan =>
            plan.ContentItemId
        );
        foreach (var plan in plans.Values.Where(plan => IsIn(plan, site.Culture)))
        {
            Add(items.FindEntry(plan, PlanLabels.WrittenIn(plan)));
            Add(FindPart(site, plan, PlanAddresses.Document));
            if (await background.HasAnyAsync(plan, cancellationToken))
            {
                Add(FindPart(site, plan, PlanAddresses.Background));
            }
        }

        foreach (var type in s_ofPlans)
        {
            foreach (var item in await reader.ListAllAsync(ContentQuery.For(type), cancellationToken))
            {
                if (item.FirstId(type, "Plan") is { } id && plans.TryGetValue(id, out var plan))
                {
                    Add(items.FindEntry(item, PlanLabels.WrittenIn(plan)));
                }
            }
        }

        foreach (var (party, language) in await responsibilities.ListLanguagesAsync(cancellationToken))
        {
            Add(items.FindEntry(party, Cultures.Find(language) is { } culture ? [culture] : []));
        }

        foreach (var type in s_ofStaff)
        {
            entries.AddRange(await items.ListAsync(type, cancellationToken));
        }

        return entries;

        void Add(SitemapEntry? entry)
        {
            if (entry is not null)
            {
                entries.Add(entry);
            }
        }
    }

    private static bool IsIn(ContentItem plan, Culture culture) =>
        PlanLabels.WrittenIn(plan) is var written && (written.IsEmpty || written.Contains(culture));

    private static SitemapEntry? FindPart(Site site, ContentItem plan, string page) =>
        PlanAddresses.FindHref(site, plan, page) is { } href
            ? new(ImmutableArray.Create(new LanguageLink(site.Culture, href, IsCurrent: true)), plan.PublishedUtc ?? plan.ModifiedUtc)
            : null;
}
