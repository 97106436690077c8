using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Measures;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Presentation.Text;

namespace VoldCms.Plans.Responsibilities;

/// <summary>Who is responsible for what, over all plans of a tenant.</summary>
/// <param name="plans">Those that are public, by title.</param>
/// <param name="goals">Of all plans, in their order.</param>
/// <param name="measures">Of all plans, in their order.</param>
/// <param name="site">Where they are shown.</param>
internal sealed class Responsibilities(
    IReadOnlyList<ContentItem> plans,
    IReadOnlyList<ContentItem> goals,
    IReadOnlyList<ContentItem> measures,
    Site site
)
{
    private const string Measure = PlanContentTypes.Measure;
    private const string Picker = "ResponsibleParties";

    private readonly ILookup<ContentItemId?, ContentItem> _goals = goals.ToLookup(goal => goal.FirstId(PlanContentTypes.Goal, "Plan"));
    private readonly ILookup<ContentItemId?, ContentItem> _measures = measures.ToLookup(measure => measure.FirstId(Measure, "Plan"));

    /// <summary>The plans in which somebody is responsible for something.</summary>
    /// <param name="party">One, under each name that a plan has for it.</param>
    public ImmutableArray<PlanDuties> Of(IReadOnlySet<ContentItemId> party) =>
        [.. plans.Select(plan => ReadDuties(plan, party)).Where(duties => !duties.IsEmpty)];

    /// <summary>There is a plan at all.</summary>
    public bool HaveAny => plans.Count > 0;

    /// <summary>Whether it is one of the plans.</summary>
    public bool Have(ContentItemId? plan) => plans.Any(known => known.ContentItemId == plan);

    /// <summary>How many measures name the party.</summary>
    public int CountOf(IReadOnlySet<ContentItemId> party) =>
        plans.Sum(plan => _measures[plan.ContentItemId].Count(measure => IsNamed(measure, party)));

    /// <summary>By plan, the measures that name nobody: their cell is empty, or has words that are no party.</summary>
    public ImmutableArray<PlanDuties> OfNobody() =>
        [
            .. plans
                .Select(plan => new PlanDuties
                {
                    Plan = LinkTo(plan),
                    Measures =
                    [
                        .. _measures[plan.ContentItemId]
                            .Where(measure => !PartiesOf(measure).Any())
                            .Select(measure => ReadMeasure(measure, ImmutableHashSet<ContentItemId>.Empty))
                            .OfType<MeasureDuty>(),
                    ],
                })
                .Where(duties => !duties.IsEmpty),
        ];

    /// <summary>The language of the plan that speaks of the party first; that of the page where none does.</summary>
    public string LanguageOf(IReadOnlySet<ContentItemId> party) =>
        plans.FirstOrDefault(plan => !ReadDuties(plan, party).IsEmpty) is { } plan ? PlanLabels.Language(plan) : site.Culture.Name;

    private PlanDuties ReadDuties(ContentItem plan, IReadOnlySet<ContentItemId> party)
    {
        var link = LinkTo(plan);
        var named = _measures[plan.ContentItemId].Where(measure => IsNamed(measure, party)).ToList();
        // A plan has one name for a party; where it has two, the table cannot show both at once.
        var inTable = named.SelectMany(measure => measure.Ids(Measure, Picker)).Where(party.Contains).Distinct().ToList();
        return new()
        {
            Plan = link,
            TableHref = inTable is [var one] ? link.Href + new MeasureFilter { Party = MeasureFilter.CodeOf(one) }.ToQuery() : null,
            OwnsPlan = plan.Ids(PlanContentTypes.Plan, Picker).Any(party.Contains),
            Goals =
            [
                .. _goals[plan.ContentItemId]
                    .Where(goal => goal.Ids(PlanContentTypes.Goal, Picker).Any(party.Contains))
                    .Select(goal => goal.Text(PlanContentTypes.Goal, "Text") ?? goal.DisplayText ?? ""),
            ],
            Measures = [.. named.Select(measure => ReadMeasure(measure, party)).OfType<MeasureDuty>()],
        };
    }

    private MeasureDuty? ReadMeasure(ContentItem measure, IReadOnlySet<ContentItemId> party) =>
        site.FindHref(measure) is { } href
            ? new(
                MeasureLabels.Of(measure),
                PrintedText.Split(measure.Text(Measure, "Text") ?? measure.DisplayText ?? "").Name,
                href,
                MeasureStates.Read(measure, Measure),
                measure.Text(Measure, "DeadlineText"),
                [
                    .. measure
                        .Bag("Submeasures")
                        .Where(part => part.Ids(PlanContentTypes.Submeasure, Picker).Any(party.Contains))
                        .Select(part => part.Text(PlanContentTypes.Submeasure, "Theme"))
                        .OfType<string>(),
                ]
            )
            : null;

    private static bool IsNamed(ContentItem measure, IReadOnlySet<ContentItemId> party) => PartiesOf(measure).Any(party.Contains);

    private static IEnumerable<ContentItemId> PartiesOf(ContentItem measure) =>
        measure.Ids(Measure, Picker).Concat(measure.Bag("Submeasures").SelectMany(part => part.Ids(PlanContentTypes.Submeasure, Picker)));

    private LinkCard LinkTo(ContentItem plan) =>
        new(PlanLabels.Short(plan), site.FindHref(plan) ?? site.Href(PlanAddresses.Plans), Language: PlanLabels.Language(plan));
}
