using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Measures;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>Reads plans for pages. Scoped.</summary>
internal sealed class PlanReader(ContentReader reader, Site site)
{
    // Field, and the name it has on the page. What a document does not say is not shown.
    private static readonly (string Field, string Name)[] s_facts =
    [
        ("PeriodText", "Period"),
        ("AdoptedText", "Adopted"),
        ("PrintedHeading", "Printed heading"),
        ("ListTitle", "List of measures"),
        ("ResponsibleText", "Responsible for the plan"),
        ("EvaluationText", "Evaluation"),
        ("RevisionText", "Revision"),
        ("LegalBasis", "Legal basis"),
        ("ParentPlanText", "Belongs to"),
        ("SignedBy", "Signed by"),
        ("ContactText", "Contact, as printed in the plan"),
    ];

    /// <summary>The tenant's plans by title.</summary>
    public async Task<ImmutableArray<PlanSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var plans = await reader.ListAllAsync(ContentQuery.For(ContentTypes.Plan).OrderBy(ContentPaths.DisplayText), cancellationToken);
        var summaries = ImmutableArray.CreateBuilder<PlanSummary>(plans.Count);
        foreach (var plan in plans)
        {
            if (site.FindHref(plan) is not { } href)
            {
                continue;
            }

            var measures = await reader.CountAsync(ContentReading.Of(ContentTypes.Measure, "Plan", plan.ContentItemId), cancellationToken);
            summaries.Add(new(
                plan.DisplayText ?? "", href, PlanLabels.Language(plan), PlanLabels.Discreet(plan, site.Texts), measures));
        }

        return summaries.DrainToImmutable();
    }

    /// <summary>What a plan says beside its measures, and the decisions about it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="measures">The plan's measures, that decisions point to.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PlanView> ReadAsync(ContentItem plan, ImmutableArray<MeasureView> measures, CancellationToken cancellationToken)
    {
        var decisions = await reader.ListAllAsync(
            ContentReading.Of(ContentTypes.Decision, "Plan", plan.ContentItemId).OrderBy("Decision.Date"), cancellationToken);
        var byId = measures.ToDictionary(measure => measure.Id);
        return new()
        {
            Facts = [.. s_facts.Select(fact => (fact.Name, Value: plan.Text(ContentTypes.Plan, fact.Field)))
                .Where(fact => fact.Value is not null)
                .Select(fact => new Fact(site.Texts[fact.Name], fact.Value!))],
            Decisions = [.. decisions.Select(decision => ReadDecision(decision, byId))],
            Passages = [.. plan.Bag("Passages").OrderBy(passage => passage.Number(ContentTypes.Passage, "Order")).Select(ReadPassage)],
            WorkingGroups = [.. plan.Bag("WorkingGroups").Select(group => new Fact(
                group.Text(ContentTypes.WorkingGroup, "Name") ?? "", group.Text(ContentTypes.WorkingGroup, "Services") ?? ""))],
            RelatedPlans = [.. plan.Bag("RelatedPlans").Select(NameOfRelated).Where(name => name.Length > 0)],
            Document = plan.Link(ContentTypes.Plan, "Document") is { } document ? new(document.Text, document.Href) : null,
        };
    }

    private static string NameOfRelated(ContentItem related) => string.Join(
        ", ", new[] { related.Text(ContentTypes.RelatedPlan, "Name"), related.Text(ContentTypes.RelatedPlan, "PeriodText") }.OfType<string>());

    private DecisionView ReadDecision(ContentItem decision, Dictionary<ContentItemId, MeasureView> measures) => new(
        decision.DisplayText ?? "",
        decision.Text(ContentTypes.Decision, "Text"),
        [.. decision.Bag("Points").OrderBy(point => point.Number(ContentTypes.DecisionPoint, "Order")).Select(point => new DecisionPointView(
            point.Text(ContentTypes.DecisionPoint, "Text"),
            point.Text(ContentTypes.DecisionPoint, "Bullet"),
            [.. point.Ids(ContentTypes.DecisionPoint, "BecameMeasure")
                .Select(id => measures.GetValueOrDefault(id)).OfType<MeasureView>()
                .Select(measure => new LinkCard(site.Texts["Measure {0}", measure.Label], measure.Href))]))]);

    private static PassageView ReadPassage(ContentItem passage) => new(
        passage.Text(ContentTypes.Passage, "Heading"),
        passage.Text(ContentTypes.Passage, "Text"),
        [.. passage.Lines(ContentTypes.Passage, "ListItems")],
        passage.Text(ContentTypes.Passage, "Source"));
}
