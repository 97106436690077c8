using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Background;
using VoldCms.Plans.Measures;

namespace VoldCms.Plans.Plans;

/// <summary>A plan as one document: everything it says, every measure whole.</summary>
internal sealed class PlanDocumentPage(Site site, PlanReader plans, MeasureReader measures, BackgroundReader background)
    : PlanPartPage(site, plans)
{
    private readonly PlanReader _plans = plans;

    public override Wording Heading => T["The whole plan, for print"];

    public PlanView View { get; private set; } = new();

    public ImmutableArray<SectionView> Themes { get; private set; } = [];

    public MeasureTable Table { get; private set; } = new([], [], [], new([], 0), 0);

    public BackgroundView Background { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindPlanAsync(slug, cancellationToken))
        {
            return NotFound();
        }

        var all = await measures.ListAsync(Plan, cancellationToken);
        View = await _plans.ReadAsync(Plan, all.Measures, cancellationToken);
        Themes = [.. all.Sections.Where(section => section.IsThemeRow)];
        Table = new MeasureGrouping(all, ImmutableDictionary<ContentItemId, string>.Empty, T, PlanHref).Build(new());
        Background = await background.ReadAsync(Plan, cancellationToken);
        return Page();
    }
}
