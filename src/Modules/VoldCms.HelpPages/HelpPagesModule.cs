using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.HelpPages.Help;
using VoldCms.HelpPages.HideVisit;
using VoldCms.HelpPages.Reference;
using VoldCms.Hosting.Modules;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.HelpPages;

/// <summary>Help pages, kinds of violence, duties, laws and words: the public pages.</summary>
public sealed class HelpPagesModule : IModule
{
    /// <summary>The name of the module's Razor area.</summary>
    public const string Area = "HelpPages";

    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["VoldCms.HelpPages"];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<HelpReader>();
        services.AddScoped<ReferenceReader>();
        services.AddScoped<ISiteSection, HelpSection>();
        services.AddScoped<IFrontRegion, HelpFront>();
        services.AddScoped<IIndexEntries, HelpIndex>();
        services.AddScoped<ISitemapEntries, HelpSitemap>();
        services.AddScoped<HelpFooter>();
        services.AddScoped<IFooterLinks>(provider => provider.GetRequiredService<HelpFooter>());
        services.AddScoped<IHideVisitPage, HideVisitPage>();
        services.AddItemPage(HelpContentTypes.HelpPage, Area, "/HelpPage");
        services.AddItemPage(HelpContentTypes.ViolenceType, Area, "/Kind");
        services.AddItemPage(HelpContentTypes.Duty, Area, "/Duty");
        services.AddItemPlace(HelpContentTypes.GlossaryTerm, ReferenceReader.FindWord);
    }
}
