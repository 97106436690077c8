using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Events.News;
using VoldCms.Events.Occasions;
using VoldCms.Hosting.Modules;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Events;

/// <summary>What happens and what is told: courses, events and news, on the public pages.</summary>
public sealed class EventsModule : IModule
{
    /// <summary>The name of the module's Razor area.</summary>
    public const string Area = "Events";

    /// <inheritdoc/>
    public ImmutableArray<string> Features => ["VoldCms.Events"];

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<OccasionReader>();
        services.AddScoped<NewsReader>();
        services.AddScoped<IFrontRegion, OccasionsFront>();
        services.AddScoped<IFrontRegion, NewsFront>();
        services.AddScoped<IIndexEntries, OccasionsIndex>();
        services.AddScoped<IIndexEntries, NewsIndex>();
        services.AddScoped<ISitemapEntries, OccasionsSitemap>();
        services.AddScoped<ISitemapEntries, NewsSitemap>();
        services.AddScoped<IFooterLinks, OccasionsFooter>();
        services.AddScoped<IFooterLinks, NewsFooter>();
        services.AddScoped<IItemRegion, HelpPageCourses>();
        services.AddItemPage(EventContentTypes.Course, Area, "/Occasion");
        services.AddItemPage(EventContentTypes.Event, Area, "/Occasion");
        services.AddItemPage(EventContentTypes.NewsArticle, Area, "/NewsArticle");
    }
}
