namespace VoldCms.Plans;

/// <summary>
/// The names that <c>Recipes/plans-definitions.recipe.json</c> gives the content types, each with a part of its own by the same
/// name; and that of the other module's that cards and guides point to.
/// </summary>
internal static class PlanContentTypes
{
    public const string Plan = "Plan";
    public const string Passage = "Passage";
    public const string WorkingGroup = "WorkingGroup";
    public const string RelatedPlan = "RelatedPlan";
    public const string PlanReference = "PlanReference";
    public const string PlanAttachment = "PlanAttachment";
    public const string PlanSection = "PlanSection";
    public const string SectionPoint = "SectionPoint";
    public const string Goal = "Goal";
    public const string Measure = "Measure";
    public const string MeasureLink = "MeasureLink";
    public const string Submeasure = "Submeasure";
    public const string Party = "Party";
    public const string Decision = "Decision";
    public const string DecisionPoint = "DecisionPoint";
    public const string StatusReport = "StatusReport";
    public const string Light = "Light";
    public const string StatusEntry = "StatusEntry";
    public const string AppendixEntry = "AppendixEntry";
    public const string Indicator = "Indicator";
    public const string IndicatorValue = "IndicatorValue";
    public const string Factor = "Factor";
    public const string ActionCard = "ActionCard";
    public const string ActionStep = "ActionStep";
    public const string Guide = "Guide";
    public const string AnnualWheelEntry = "AnnualWheelEntry";
    public const string RelatedDocument = "RelatedDocument";
    public const string Forum = "Forum";
    public const string Programme = "Programme";
    public const string Milestone = "Milestone";

    public const string HelpPage = "HelpPage";
}
