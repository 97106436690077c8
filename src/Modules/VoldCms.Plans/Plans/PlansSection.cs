using VoldCms.Hosting.Tenancy;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans.Plans;

/// <summary>Plans in the main menu.</summary>
internal sealed class PlansSection : ISiteSection
{
    public const string PagePath = "planer";

    public int Order => 50;

    public string Path => PagePath;

    public string Name => "Plans";

    internal static string Describe(Site site, PlanSummary plan) =>
        $"{plan.Label} · {site.Texts.Plural(plan.MeasureCount, "{0} measure", "{0} measures")}";
}
