using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Parties;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Measures;

/// <summary>Reads one measure for its own page. Scoped.</summary>
internal sealed class MeasureDetailReader(ContentReader reader, MeasureReader measures, PartyReader parties, Site site, TimeProvider clock)
{
    private const string Type = PlanContentTypes.Measure;

    // Every printed cell that a measure can have, and its name on the page.
    private static readonly (string Field, string Name)[] s_cells =
    [
        ("Number", "Number in the plan"),
        ("Theme", "Theme"),
        ("TargetGroupText", "Target group"),
        ("Target", "Directed at"),
        ("PreventionLevelText", "Level of prevention"),
        ("HowWhen", "How and when"),
        ("ResponsibleText", "Responsible"),
        ("Funding", "Funding"),
        ("FundingOutcomeText", "Application or grant"),
        ("DeadlineText", "Deadline"),
        ("RecurrenceText", "Repeated"),
        ("TargetText", "Target"),
        ("CoverageText", "Where it is to hold"),
        ("StatusText", "Status"),
        ("OwnStatusText", "Status now, in the municipality’s own words"),
        ("Recommendation", "Recommendation"),
        .. MeasureLabels.Remarks,
    ];

    private static readonly (string Field, string Name)[] s_partCells =
    [
        ("Theme", "Theme"),
        ("StatusText", "Status"),
        ("ResponsibleText", "Responsible"),
        ("PreventionLevelText", "Level of prevention"),
    ];

    /// <summary>The plan that a measure belongs to; null when it is not public.</summary>
    public async Task<ContentItem?> FindPlanAsync(ContentItem measure, CancellationToken cancellationToken) =>
        measure.FirstId(Type, "Plan") is { } id ? await reader.FindAsync(id, cancellationToken) : null;

    /// <summary>Everything about a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MeasureDetail> ReadAsync(ContentItem measure, ContentItem plan, CancellationToken cancellationToken)
    {
        var planHref = site.FindHref(plan) ?? site.Href(PlanAddresses.Plans);
        var sections = await measures.ListSectionsAsync(plan, cancellationToken);
        var responsible = measure.Ids(Type, "ResponsibleParties");
        var names = await parties.ListAsync(responsible, cancellationToken);
        var parent = measure.FirstId(Type, "ParentMeasure");
        var related = await reader.ListByIdAsync(
            Type,
            parent is { } id ? measure.Ids(Type, "SeeMeasures").Append(id) : measure.Ids(Type, "SeeMeasures"),
            cancellationToken
        );
        var children = await reader.ListAllAsync(
            PlanReading.Of(Type, "ParentMeasure", measure.ContentItemId).OrderBy(MeasureLabels.PlanOrder),
            cancellationToken
        );
        var today = NorwegianDays.Of(clock.GetUtcNow());
        var (previous, next) = await FindNeighboursAsync(measure, plan, cancellationToken);
        return new()
        {
            Cells = [.. await ReadGoalAsync(measure, cancellationToken), .. site.ReadFacts(measure, Type, s_cells)],
            State = MeasureStates.Read(measure, Type),
            IsNumberedByUs = MeasureLabels.IsNumberedByUs(measure),
            IsSetByHand = MeasureStates.IsSetByHand(measure),
            OverdueSince = Overdue.FindSince(measure, today),
            EndMark = MeasureEnd.Find(measure)?.MarkOn(today, site.Texts),
            SetOn = measure.Day(Type, "OwnStatusDate"),
            IsLeftOpen = measure.Flag(Type, "LeftOpen"),
            Section = measure.FirstId(Type, "Section") is { } section ? SectionLink(section) : null,
            Parent = parent is { } above ? ToLink(related.GetValueOrDefault(above)) : null,
            Children = [.. children.Select(ToLink).OfType<LinkCard>()],
            SeeAlso =
            [
                .. measure.Ids(Type, "SeeMeasures").Select(seen => ToLink(related.GetValueOrDefault(seen))).OfType<LinkCard>(),
                .. measure.Ids(Type, "SeeSections").Select(SectionLink).OfType<LinkCard>(),
            ],
            Parties =
            [
                .. responsible
                    .Select(names.GetValueOrDefault)
                    .OfType<PartyName>()
                    .Select(party => new LinkCard(
                        party.Name,
                        party.Href ?? planHref + new MeasureFilter { Party = MeasureFilter.CodeOf(party.Id) }.ToQuery()
                    )),
            ],
            Milestones =
            [
                .. measure
                    .Bag("Milestones")
                    .OrderBy(step => step.Number(PlanContentTypes.Milestone, "Order"))
                    .Select(step => step.Text(PlanContentTypes.Milestone, "Text"))
                    .OfType<string>(),
            ],
            Parts =
            [
                .. measure
                    .Bag("Submeasures")
                    .Select(part => new MeasurePartView(
                        site.ReadFacts(part, PlanContentTypes.Submeasure, s_partCells),
                        MeasureStates.Read(part, PlanContentTypes.Submeasure)
                    )),
            ],
            Links = MeasureLabels.LinksOf(measure, site.Texts),
            Previous = previous,
            Next = next,
        };

        LinkCard? SectionLink(ContentItemId section)
        {
            var index = sections.IndexOf(sections.FirstOrDefault(known => known.Id == section)!);
            return index < 0 ? null : new(sections[index].Heading.Title, $"{planHref}#{MeasureGrouping.AnchorOf(index)}");
        }
    }

    private async Task<IEnumerable<Fact>> ReadGoalAsync(ContentItem measure, CancellationToken cancellationToken) =>
        measure.FirstId(Type, "Goal") is { } id && await reader.FindAsync(id, cancellationToken) is { } goal
            ? site.ReadFacts(goal, PlanContentTypes.Goal, [("Text", "Goal")])
            : [];

    private async Task<(LinkCard? Previous, LinkCard? Next)> FindNeighboursAsync(
        ContentItem measure,
        ContentItem plan,
        CancellationToken cancellationToken
    )
    {
        if (measure.Number(Type, "PlanOrder") is not { } place)
        {
            return (null, null);
        }

        var ofPlan = PlanReading.Of(Type, "Plan", plan.ContentItemId);
        var before = await reader.FindFirstAsync(
            ofPlan.Where(Compare(ComparisonOperator.LessThan)).OrderBy(MeasureLabels.PlanOrder, descending: true),
            cancellationToken
        );
        var after = await reader.FindFirstAsync(
            ofPlan.Where(Compare(ComparisonOperator.GreaterThan)).OrderBy(MeasureLabels.PlanOrder),
            cancellationToken
        );
        return (ToLink(before), ToLink(after));

        ContentFilter Compare(ComparisonOperator comparison) =>
            new ContentFilter.Comparison(MeasureLabels.PlanOrder, comparison, [ContentValue.Of((decimal)place)]);
    }

    private LinkCard? ToLink(ContentItem? measure) =>
        measure is not null && site.FindHref(measure) is { } href
            ? new(MeasureLabels.NameIn(site.Texts, MeasureLabels.Of(measure)), href, measure.DisplayText)
            : null;
}
