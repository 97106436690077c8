using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using VoldCms.ContentManagement.Rules;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;

namespace VoldCms.Presentation;

/// <summary>Razor Pages for the modules.</summary>
public static class PresentationSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddPresentation(this IServiceCollection services)
    {
        services
            .AddRazorPages()
            .AddMvcOptions(options =>
            {
                options.Filters.Add<PageRequestFilter>();
                options.Filters.Add<SitePageFilter>();
            });

        // Every script that we publish in goes out as itself: æ as æ, not as an entity.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<ItemPages>();
        services.AddSingleton<IPathRule, ClaimedAddresses>();
        services.AddScoped<RequestedItem>();
        services.AddScoped<LocalizedItems>();
        services.AddScoped<ItemSitemap>();
        services.AddScoped<TermReader>();
    }

    /// <summary>Maps every Razor Page, and items by their addresses behind them.</summary>
    public static void MapPresentation(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorPages();
        endpoints.MapItems();
    }
}
