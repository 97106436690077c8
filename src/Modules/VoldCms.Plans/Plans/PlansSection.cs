using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.PlanParts;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>Plans in the main menu.</summary>
internal sealed class PlansSection : ISiteSection
{
    public int Order => 50;

    public string Path => PlanAddresses.Plans;

    public string Name => "Plans";

    /// <summary>The sort of plan, its years, how many measures it has, and that its period is over, in one line.</summary>
    internal static Wording Describe(Site site, PlanSummary plan) =>
        plan.Label with
        {
            Value = string.Join(
                " · ",
                new[]
                {
                    plan.Label.Value,
                    site.Texts.Plural(plan.MeasureCount, "{0} measure", "{0} measures").Value,
                    plan.HasRunOut ? site.Texts["The plan’s period is over"].Value : null,
                }.OfType<string>()
            ),
        };
}
