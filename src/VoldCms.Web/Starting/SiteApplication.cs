using Microsoft.AspNetCore.Http;
using VoldCms.ContentApi;
using VoldCms.Data;
using VoldCms.HelpPages;
using VoldCms.Hosting;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;
using VoldCms.Plans;
using VoldCms.Presentation;
using VoldCms.Recipes;
using VoldCms.Services;
using VoldCms.Users;
using VoldCms.Web.Discovery;
using VoldCms.Web.Theme;

namespace VoldCms.Web.Starting;

/// <summary>The list of rooms, and the order of middleware.</summary>
internal static class SiteApplication
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Files that belong to the program lie beside it, wherever it is started from.</summary>
    private static string Beside(params ReadOnlySpan<string> parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);

    /// <param name="args">The command line.</param>
    /// <param name="hostLog">Opened by the caller once the start has succeeded.</param>
    /// <exception cref="StartupException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, HostLogGate hostLog)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.Logging.AddFilter(HostLogGate.Category, hostLog.Allows);
        SetAddresses(builder);

        var modules = builder.Services.AddModules(
            typeof(SiteApplication).Assembly,
            new RecipesModule(),
            new UsersModule(),
            new PlansModule(),
            new HelpPagesModule(),
            new ServicesModule(),
            new ContentApiModule());
        builder.AddHosting(modules, Beside("wwwroot", "assets"));
        builder.Services.AddVoldCmsData(builder.Configuration, typeof(SiteApplication).Assembly);
        builder.Services.AddPresentation();
        builder.Services.AddTheme();
        builder.Services.AddDiscovery();

        var app = builder.Build();
        app.UseMiddleware<TrialHeader>();
        app.UseHosting();
        app.MapModules();
        app.MapDiscovery();
        app.MapPresentation();
        return app;
    }

    private static void SetAddresses(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration["urls"] is not { Length: > 0 } addresses)
        {
            var isSetElsewhere = configuration["http_ports"] is { Length: > 0 } || configuration["https_ports"] is { Length: > 0 };
            if (!isSetElsewhere)
            {
                builder.WebHost.UseUrls(DefaultAddress);
            }

            return;
        }

        foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException problem)
            {
                throw new StartupException($"urls is '{address}'; expected an address such as {DefaultAddress}.", problem);
            }
        }
    }
}
