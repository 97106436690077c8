using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Computing;
using VoldCms.Hosting.Modules;
using VoldCms.Plans.Api;
using VoldCms.Plans.Measures;
using VoldCms.Plans.Plans;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Plans;

/// <summary>Plans, their decisions and their measures: the public pages.</summary>
public sealed class PlansModule : IModule
{
    public const string Area = "Plans";

    public ImmutableArray<string> Features => ["VoldCms.Plans"];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanReader>();
        services.AddScoped<MeasureReader>();
        services.AddScoped<ISiteSection, PlansSection>();
        services.AddComputedField<Progress>(Progress.Definition);
        services.AddNamedQuery<OverdueMeasures>(OverdueMeasures.Definition);
        services.AddScoped<IFrontRegion, PlansFront>();
        services.AddScoped<IIndexEntries, PlansFront>();
        services.AddItemPage(ContentTypes.Plan, Area, "/Plan");
        services.AddItemPage(ContentTypes.Measure, Area, "/Measure");
    }
}
