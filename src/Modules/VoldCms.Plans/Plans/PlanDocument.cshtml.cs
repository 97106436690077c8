using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Background;
using VoldCms.Plans.FollowUp;
using VoldCms.Plans.Measures;
using VoldCms.Plans.PlanParts;

namespace VoldCms.Plans.Plans;

/// <summary>A plan as one document: everything it says, every measure whole.</summary>
internal sealed class PlanDocumentPage(
    Site site,
    ContentReader reader,
    PlanReader plans,
    MeasureReader measures,
    BackgroundReader background
) : PlanPartPage(site, reader)
{
    public override Wording Heading => T["The whole plan, for print"];

    public PlanView View { get; private set; } = new();

    public ImmutableArray<SectionView> Themes { get; private set; } = [];

    public MeasureTable Table { get; private set; } = new([], [], [], 0, 0);

    /// <summary>How far the measures have come.</summary>
    public PlanProgress Progress { get; private set; } = new([], 0);

    public BackgroundView Background { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindPlanAsync(slug, cancellationToken))
        {
            return NotFound();
        }

        var all = await measures.ListAsync(Plan, cancellationToken);
        View = await plans.ReadAsync(Plan, all.Measures, cancellationToken);
        Themes = [.. all.Sections.Where(section => section.IsThemeRow)];
        Table = new MeasureGrouping(all, ImmutableDictionary<ContentItemId, string>.Empty, T, PlanHref).Build(new());
        Progress = PlanProgress.Of(all.Measures, PlanHref);
        Background = await background.ReadAsync(Plan, cancellationToken);
        return Page();
    }
}
