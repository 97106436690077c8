using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>Plans in the main menu and on the front page.</summary>
internal sealed class PlansSection(PlanReader plans) : ISiteSection
{
    public const string PagePath = "planer";

    public int Order => 50;

    public string Path => PagePath;

    public string Name => "Plans";

    public async ValueTask<IReadOnlyList<LinkCard>> ListCardsAsync(Site site, CancellationToken cancellationToken) =>
        [.. (await plans.ListAsync(cancellationToken)).Select(plan => new LinkCard(
            plan.Title, plan.Href, Describe(site, plan), plan.Language))];

    internal static string Describe(Site site, PlanSummary plan) =>
        $"{plan.Label} · {site.Texts.Plural(plan.MeasureCount, "{0} measure", "{0} measures")}";
}
