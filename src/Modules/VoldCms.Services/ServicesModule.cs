using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Rules;
using VoldCms.Hosting.Modules;
using VoldCms.Presentation.Admin;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;
using VoldCms.Services.Checking;
using VoldCms.Services.Finding;
using VoldCms.Services.Groups;
using VoldCms.Services.Matching;
using VoldCms.Services.OpeningHours;
using VoldCms.Services.Pathways;
using VoldCms.Services.Printing;
using VoldCms.Services.WebResources;

namespace VoldCms.Services;

/// <summary>
/// Help services, their channels and whether they are open now: the public pages, the finder, and what the API says of it.
/// </summary>
public sealed class ServicesModule : IModule
{
    /// <summary>The name of the module's Razor area.</summary>
    public const string Area = "Services";

    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["VoldCms.Services"];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IFieldRule, OpeningHoursRule>();
        services.AddSingleton<IFieldRule, EmailRule>();
        services.AddScoped<ServiceContactReader>();
        services.AddScoped<ChannelReader>();
        services.AddScoped<VocabularyReader>();
        services.AddScoped<ServiceReader>();
        services.AddScoped<WebResourceReader>();
        services.AddScoped<PrintedSheetReader>();
        services.AddScoped<PrintMaterialReader>();
        services.AddScoped<PathwayReader>();
        services.AddScoped<IFooterLinks, PrintFooter>();
        services.AddScoped<ISiteSection, ServicesSection>();
        services.AddScoped<AvailabilityReader>();
        services.AddComputedField<OpenNow>(OpenNow.Definition);
        services.AddComputedField<NextChange>(NextChange.Definition);
        services.AddComputedField<ShownServices>(ShownServices.Definition);
        services.AddNamedQuery<OpenServices>(OpenServices.Definition);
        services.AddScoped<IFrontRegion, FrontLines>();
        services.AddScoped<IFrontRegion, FrontServices>();
        services.AddScoped<IIndexEntries, ServicesIndex>();
        services.AddScoped<ISitemapEntries, ServicesSitemap>();
        services.AddScoped<IContentDisplay, ServiceDisplay>();
        services.AddScoped<IItemRegion, ServiceGroups>();
        services.AddScoped<IItemRegion, PathwayLinks>();
        services.AddScoped<IItemRegion, NamedOnHelpPage>();
        services.AddScoped<IIndexEntries, PathwaysIndex>();
        services.AddScoped<ISitemapEntries, PathwaysSitemap>();
        services.AddScoped<NumberChecks>();
        services.AddScoped<IWorkListSource, UncheckedNumbers>();
        services.AddAdminPage(new(NumberListPage.Path, "Numbers", 20));
        services.AddItemPage(ServiceContentTypes.Service, Area, "/Service");
        services.AddItemPage(ServiceContentTypes.Pathway, Area, "/Pathway");
    }
}
