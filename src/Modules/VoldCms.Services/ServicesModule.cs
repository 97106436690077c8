using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.Hosting.Modules;
using VoldCms.Presentation.Items;
using VoldCms.Presentation.Pages;
using VoldCms.Services.Channels;
using VoldCms.Services.Finding;
using VoldCms.Services.Terms;
using VoldCms.Services.WebResources;

namespace VoldCms.Services;

/// <summary>Help services, their channels and whether they are open now: the public pages and the finder.</summary>
public sealed class ServicesModule : IModule
{
    public const string Area = "Services";

    public ImmutableArray<string> Features => ["VoldCms.Services"];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ChannelReader>();
        services.AddScoped<TermReader>();
        services.AddScoped<ServiceReader>();
        services.AddScoped<WebResourceReader>();
        services.AddScoped<ISiteSection, ServicesSection>();
        services.AddItemPage(ContentTypes.Service, Area, "/Service");
    }
}
