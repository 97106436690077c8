using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Computing;
using VoldCms.Hosting.Modules;
using VoldCms.Plans.AnnualWheel;
using VoldCms.Plans.Arrangements;
using VoldCms.Plans.Background;
using VoldCms.Plans.Chapters;
using VoldCms.Plans.FollowUp;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Parties;
using VoldCms.Plans.Plans;
using VoldCms.Plans.Responsibilities;
using VoldCms.Plans.StaffMaterial;
using VoldCms.Plans.StatusReports;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans;

/// <summary>Plans, their decisions and measures, reports on them, and what staff have to work with: the public pages.</summary>
public sealed class PlansModule : IModule
{
    /// <summary>The name of the module's Razor area.</summary>
    public const string Area = "Plans";

    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["VoldCms.Plans"];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanReader>();
        services.AddScoped<PartyReader>();
        services.AddScoped<MeasureReader>();
        services.AddScoped<ChapterReader>();
        services.AddScoped<MeasureDetailReader>();
        services.AddScoped<BackgroundReader>();
        services.AddScoped<AppendixReader>();
        services.AddScoped<StatusReportReader>();
        services.AddScoped<ResponsibilityReader>();
        services.AddScoped<ArrangementReader>();
        services.AddScoped<WheelReader>();
        services.AddScoped<StaffMaterialReader>();
        services.AddScoped<ISiteSection, PlansSection>();
        services.AddComputedField<Progress>(Progress.Definition);
        services.AddComputedField<Schedule>(Schedule.Definition);
        services.AddComputedField<Overdue>(Overdue.Definition);
        services.AddComputedField<RunOut>(RunOut.Definition);
        services.AddNamedQuery<OverdueMeasures>(OverdueMeasures.Definition);
        services.AddNamedQuery<RunOutMeasures>(RunOutMeasures.Definition);
        services.AddScoped<IItemRegion, HelpPageMaterial>();
        services.AddScoped<IItemRegion, StaffWays>();
        services.AddScoped<IFrontRegion, PlansFront>();
        services.AddScoped<IIndexEntries, PlansFront>();
        services.AddScoped<ISitemapEntries, PlansSitemap>();
        services.AddItemPage(PlanContentTypes.Plan, Area, "/Plan");
        services.AddItemPage(PlanContentTypes.Measure, Area, "/Measure");
        services.AddItemPage(PlanContentTypes.StatusReport, Area, "/StatusReport");
        services.AddItemPage(PlanContentTypes.Party, Area, "/Party");
        services.AddItemPage(PlanContentTypes.ActionCard, Area, "/ActionCard");
        services.AddItemPage(PlanContentTypes.Guide, Area, "/Guide");
    }
}
