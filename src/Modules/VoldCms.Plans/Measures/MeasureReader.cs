using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Chapters;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans.Measures;

/// <summary>Reads a plan's measures for its pages. Scoped.</summary>
internal sealed class MeasureReader(ContentReader reader, TermReader terms, Site site, TimeProvider clock)
{
    private const string Type = PlanContentTypes.Measure;

    // As the documents print it.
    private const string FirstColumn = "Målgruppe";

    private static readonly (MeasureColumn Column, string Field)[] s_columns =
    [
        (MeasureColumn.TargetGroup, "TargetGroupText"),
        (MeasureColumn.Theme, "Theme"),
        (MeasureColumn.HowWhen, "HowWhen"),
        (MeasureColumn.Responsible, "ResponsibleText"),
        (MeasureColumn.Deadline, "DeadlineText"),
        (MeasureColumn.Status, "StatusText"),
        (MeasureColumn.PreventionLevel, "PreventionLevelText"),
    ];

    /// <summary>All measures of a plan with its sections and goals.</summary>
    public async Task<PlanMeasures> ListAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var id = plan.ContentItemId;
        var measures = await reader.ListAllAsync(PlanReading.Of(Type, "Plan", id).OrderBy(MeasureLabels.PlanOrder), cancellationToken);
        var goals = await reader.ListAllAsync(PlanReading.Of(PlanContentTypes.Goal, "Plan", id), cancellationToken);
        return new(
            [.. measures.Where(item => ContentItemParts.PathOf(item) is not null).Select(ReadRow)],
            await ListSectionsAsync(plan, cancellationToken),
            goals.ToDictionary(
                goal => goal.ContentItemId,
                goal => new GoalView(goal.ContentItemId, goal.Text(PlanContentTypes.Goal, "Text") ?? goal.DisplayText ?? "")
            )
        )
        {
            TargetGroups = await ListTermsAsync(measures, "TargetGroups", cancellationToken),
            Levels = await ListTermsAsync(measures, "PreventionLevels", cancellationToken),
            LeadsWithTargetGroup = plan.Lines(PlanContentTypes.Plan, "ColumnHeadings") is [FirstColumn, ..],
        };
    }

    private async Task<ImmutableArray<Term>> ListTermsAsync(
        IReadOnlyList<ContentItem> measures,
        string field,
        CancellationToken cancellationToken
    )
    {
        var used = measures.SelectMany(measure => measure.Terms(Type, field)).ToHashSet();
        var taxonomy = measures.Where(measure => measure.Terms(Type, field).Count > 0).Select(measure => measure.Taxonomy(Type, field));
        return taxonomy.FirstOrDefault() is { } known
            ? [.. (await terms.ListAsync(known, cancellationToken)).Where(term => used.Contains(term.Id))]
            : [];
    }

    /// <summary>The plan's sections in its order, but for those that are running text.</summary>
    public async Task<ImmutableArray<SectionView>> ListSectionsAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        var query = PlanReading
            .Of(PlanContentTypes.PlanSection, "Plan", plan.ContentItemId)
            .Where(new ContentFilter.Not(ChapterReader.IsText))
            .OrderBy("PlanSection.Order");
        return [.. (await reader.ListAllAsync(query, cancellationToken)).Select(ReadSection)];
    }

    private MeasureView ReadRow(ContentItem item)
    {
        var path = ContentItemParts.PathOf(item)!;
        var today = NorwegianDays.Of(clock.GetUtcNow());
        var end = MeasureEnd.Find(item);
        return new()
        {
            Id = item.ContentItemId,
            Label = MeasureLabels.Of(item),
            IsNumberedByUs = MeasureLabels.IsNumberedByUs(item),
            Anchor = MeasureLabels.AnchorOf(path),
            Href = site.Href(path),
            Text = item.Text(Type, "Text") ?? item.DisplayText ?? "",
            Target = item.Text(Type, "TargetText"),
            Section = item.FirstId(Type, "Section"),
            Goal = item.FirstId(Type, "Goal"),
            Parties = [.. item.Ids(Type, "ResponsibleParties")],
            TargetGroups = [.. item.Terms(Type, "TargetGroups")],
            Levels = [.. item.Terms(Type, "PreventionLevels")],
            State = MeasureStates.Read(item, Type),
            IsSetByHand = MeasureStates.IsSetByHand(item),
            Deadline = Deadline.Of(item),
            OverdueSince = Overdue.FindSince(item, today),
            EndMark = end?.MarkOn(today, site.Texts),
            HasRunOut = end?.HasPassed(today) == true,
            Cells = s_columns
                .Select(column => (column.Column, Text: item.Text(Type, column.Field)))
                .Where(cell => cell.Text is not null)
                .ToImmutableDictionary(cell => cell.Column, cell => cell.Text!),
            Remarks = site.ReadFacts(item, Type, MeasureLabels.Remarks),
            IsLeftOpen = item.Flag(Type, "LeftOpen"),
            Links = MeasureLabels.LinksOf(item, site.Texts),
        };
    }

    private static SectionView ReadSection(ContentItem item)
    {
        const string Part = PlanContentTypes.PlanSection;
        var heading = SectionHeading.Of(item);
        return new()
        {
            Id = item.ContentItemId,
            Heading = heading,
            Printed = item.Text(Part, "PrintedHeading") ?? heading.Title,
            HeadAction = item.Text(Part, "HeadAction"),
            Text = item.Text(Part, "Text"),
            Implemented = Points(item, "Implemented"),
            ImplementedYear = item.Bag("Implemented")
                .Select(point => point.Number(PlanContentTypes.SectionPoint, "Year"))
                .FirstOrDefault(year => year is not null),
            Recommended = Points(item, "Recommended"),
            Goals = Points(item, "Goals"),
        };
    }

    private static ImmutableArray<SectionPointView> Points(ContentItem section, string bag) =>
        [
            .. section
                .Bag(bag)
                .OrderBy(point => point.Number(PlanContentTypes.SectionPoint, "Order"))
                .Where(point => point.Text(PlanContentTypes.SectionPoint, "Text") is not null)
                .Select(point => new SectionPointView(
                    point.Text(PlanContentTypes.SectionPoint, "Text")!,
                    point.Flag(PlanContentTypes.SectionPoint, "LeftOpen")
                )),
        ];
}
