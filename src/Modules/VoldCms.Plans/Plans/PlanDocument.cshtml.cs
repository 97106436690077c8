using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Background;
using VoldCms.Plans.Chapters;
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
    ChapterReader chapters,
    BackgroundReader background
) : PlanPartPage(site, reader)
{
    public override Wording Heading => T["The whole plan, for print"];

    public PlanView View { get; private set; } = new();

    public ImmutableArray<SectionView> Themes { get; private set; } = [];

    /// <summary>Chapters, tables and measures in the document's own order.</summary>
    public ImmutableArray<DocumentPart> Parts { get; private set; } = [];

    /// <summary>The parts, each with those within it.</summary>
    public IEnumerable<(DocumentPart Part, ImmutableArray<DocumentPart> Within)> Contents
    {
        get
        {
            for (var index = 0; index < Parts.Length; )
            {
                var within = Parts.Skip(index + 1).TakeWhile(part => part.IsWithin).ToImmutableArray();
                yield return (Parts[index], within);
                index += within.Length + 1;
            }
        }
    }

    public MeasureTable Table { get; private set; } = new([], [], [], 0, 0);

    /// <summary>The document does not number its measures.</summary>
    public bool NumbersAreOurs { get; private set; }

    /// <summary>How far the measures have come.</summary>
    public PlanProgress Progress { get; private set; } = PlanProgress.None;

    /// <summary>What stands in no chapter.</summary>
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
        NumbersAreOurs = all.Measures.Any(measure => measure.IsNumberedByUs);
        Progress = PlanProgress.Of(all.Measures, PlanHref);
        var text = await chapters.ListAsync(Plan, cancellationToken);
        Parts = DocumentPart.InOrder(text, all.Sections, Table.Groups, T, Printed);
        var beside = await background.ReadAsync(Plan, cancellationToken);
        Background = text.IsEmpty ? beside : beside.BesideChapters();
        return Page();
    }

    private Wording Printed(string words) => new(words, IsInOtherLanguage ? Cultures.Find(Language) : null);
}
