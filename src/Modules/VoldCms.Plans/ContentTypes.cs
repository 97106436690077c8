namespace VoldCms.Plans;

/// <summary>The names that <c>Recipes/plans-definitions.recipe.json</c> gives the content types; each has a part of its own by the same name.</summary>
internal static class ContentTypes
{
    public const string Plan = "Plan";
    public const string PlanSection = "PlanSection";
    public const string Passage = "Passage";
    public const string WorkingGroup = "WorkingGroup";
    public const string RelatedPlan = "RelatedPlan";
    public const string Measure = "Measure";
    public const string MeasureLink = "MeasureLink";
    public const string MeasurePart = "MeasurePart";
    public const string Party = "Party";
    public const string Decision = "Decision";
    public const string DecisionPoint = "DecisionPoint";
}
