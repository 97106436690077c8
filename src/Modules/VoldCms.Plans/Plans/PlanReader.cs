using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.FollowUp;
using VoldCms.Plans.Measures;
using VoldCms.Plans.PlanParts;
using VoldCms.Plans.StatusReports;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Presentation.Text;

namespace VoldCms.Plans.Plans;

/// <summary>Reads plans for pages. Scoped.</summary>
internal sealed class PlanReader(ContentReader reader, Site site, TimeProvider clock)
{
    // Field, and the name it has on the page. What a document does not say is not shown.
    private static readonly (string Field, string Name)[] s_facts =
    [
        ("Municipality", "Whose plan"),
        ("PeriodText", "Period"),
        ("AdoptedText", "Adopted"),
        ("PrintedHeading", "Printed heading"),
        ("OtherTitles", "Also called"),
        ("ListTitle", "List of measures"),
        ("ListDateText", "The list’s date"),
        ("ColumnHeadings", "Columns of the table"),
        ("ResponsibleText", "Responsible for the plan"),
        ("EvaluationText", "Evaluation"),
        ("RevisionText", "Revision"),
        ("LegalBasis", "Legal basis"),
        ("ParentPlanText", "Belongs to"),
        ("SignedBy", "Signed by"),
        ("ContactText", "Contact, as printed in the plan"),
        ("LeftOutText", "Left out here"),
    ];

    private static readonly (string Field, string Name)[] s_decisionFacts =
    [
        ("Body", "Decided by"),
        ("DateText", "Date"),
        ("CaseNumber", "Case number"),
    ];

    /// <summary>The tenant's plans by title.</summary>
    public async Task<ImmutableArray<PlanSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var today = NorwegianDays.Of(clock.GetUtcNow());
        var plans = await reader.ListAllAsync(ContentQuery.For(PlanContentTypes.Plan).OrderBy(ContentPaths.DisplayText), cancellationToken);
        var summaries = ImmutableArray.CreateBuilder<PlanSummary>(plans.Count);
        foreach (var plan in plans)
        {
            if (site.FindHref(plan) is not { } href)
            {
                continue;
            }

            var measures = await reader.CountAsync(PlanReading.Of(PlanContentTypes.Measure, "Plan", plan.ContentItemId), cancellationToken);
            summaries.Add(
                new(
                    plan.DisplayText ?? "",
                    href,
                    PlanLabels.Language(plan),
                    PlanLabels.Discreet(plan, site.Texts),
                    measures,
                    PlanSchedule.Of(plan, today).HasRunOut(today)
                )
            );
        }

        return summaries.DrainToImmutable();
    }

    /// <summary>What a plan says of itself, and the decisions and reports about it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="measures">The plan's measures, that decisions point to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PlanView> ReadAsync(ContentItem plan, ImmutableArray<MeasureView> measures, CancellationToken cancellationToken)
    {
        var decisions = await reader.ListAllAsync(
            PlanReading.Of(PlanContentTypes.Decision, "Plan", plan.ContentItemId).OrderBy("Decision.Date"),
            cancellationToken
        );
        var reports = await reader.ListAllAsync(
            PlanReading.Of(PlanContentTypes.StatusReport, "Plan", plan.ContentItemId).OrderBy("StatusReport.Date", descending: true),
            cancellationToken
        );
        var byId = measures.ToDictionary(measure => measure.Id);
        var today = NorwegianDays.Of(clock.GetUtcNow());
        var schedule = PlanSchedule.Of(plan, today);
        return new()
        {
            RanOutOn = schedule.HasRunOut(today) ? schedule.LastDay : null,
            Facts =
            [
                .. site.ReadFacts(plan, PlanContentTypes.Plan, s_facts),
                .. Dated("Next evaluation", schedule.Evaluation, today),
                .. Dated("Next revision", schedule.Revision, today),
            ],
            PrintedShares = reports.Select(ReadShares).FirstOrDefault(shares => shares.Legend.HasShares),
            Decisions = [.. decisions.Select(decision => ReadDecision(decision, byId))],
            Targets = [.. await ListGoalTargetsAsync(plan, cancellationToken), .. measures.Select(TargetOf).OfType<TargetView>()],
            Reports =
            [
                .. reports
                    .Select(report => site.FindHref(report) is { } href ? new LinkCard(report.DisplayText ?? "", href) : null)
                    .OfType<LinkCard>(),
            ],
            Document = plan.Link(PlanContentTypes.Plan, "Document") is { } document ? new(document.Text, document.Href) : null,
        };
    }

    private ImmutableArray<Fact> Dated(string name, DateOnly? day, DateOnly today) =>
        day is not { } known ? []
        : known < today ? [new(site.Texts[name], site.Texts["The deadline was {0}", LastDays.Write(known, site.Texts)], IsPrinted: false)]
        : [new(site.Texts[name], LastDays.Write(known, site.Texts), IsPrinted: false)];

    private PrintedShares ReadShares(ContentItem report) =>
        new(report.Text(PlanContentTypes.StatusReport, "DateText"), Legend.Of(report), site.FindHref(report));

    private async Task<IEnumerable<TargetView>> ListGoalTargetsAsync(ContentItem plan, CancellationToken cancellationToken)
    {
        const string Goal = PlanContentTypes.Goal;
        var goals = await reader.ListAllAsync(PlanReading.Of(Goal, "Plan", plan.ContentItemId).OrderBy($"{Goal}.Order"), cancellationToken);
        return goals.SelectMany(goal =>
            goal.Text(Goal, "TargetText") is { } figure
                ? (IEnumerable<TargetView>)[new(figure, goal.Text(Goal, "Text") ?? goal.DisplayText ?? "", null)]
                : []
        );
    }

    private static TargetView? TargetOf(MeasureView measure) =>
        measure.Target is { } figure ? new(figure, PrintedText.Split(measure.Text).Name, measure.Href) : null;

    private DecisionView ReadDecision(ContentItem decision, Dictionary<ContentItemId, MeasureView> measures) =>
        new(
            decision.DisplayText ?? "",
            decision.Text(PlanContentTypes.Decision, "Text"),
            decision.Text(PlanContentTypes.Decision, "Text") is null
                ? site.ReadFacts(decision, PlanContentTypes.Decision, s_decisionFacts)
                : [],
            [
                .. decision
                    .Bag("Points")
                    .OrderBy(point => point.Number(PlanContentTypes.DecisionPoint, "Order"))
                    .Select(point => new DecisionPointView(
                        point.Text(PlanContentTypes.DecisionPoint, "Text"),
                        point.Text(PlanContentTypes.DecisionPoint, "Bullet"),
                        [
                            .. point
                                .Ids(PlanContentTypes.DecisionPoint, "BecameMeasure")
                                .Select(id => measures.GetValueOrDefault(id))
                                .OfType<MeasureView>()
                                .Select(measure => new LinkCard(MeasureLabels.NameIn(site.Texts, measure.Label), measure.Href)),
                        ]
                    )),
            ]
        );
}
