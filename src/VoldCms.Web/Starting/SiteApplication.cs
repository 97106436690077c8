using VoldCms.Admin;
using VoldCms.ContentApi;
using VoldCms.Data;
using VoldCms.Data.Databases;
using VoldCms.Events;
using VoldCms.HelpPages;
using VoldCms.Hosting;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Modules;
using VoldCms.Migrations;
using VoldCms.Plans;
using VoldCms.Presentation;
using VoldCms.PublicSite;
using VoldCms.Recipes;
using VoldCms.Services;
using VoldCms.Users;

namespace VoldCms.Web.Starting;

/// <summary>The list of rooms.</summary>
internal static class SiteApplication
{
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
        builder.SetAddresses();

        var modules = builder.Services.AddModules(
            new RecipesModule(),
            new UsersModule(),
            new PlansModule(),
            new HelpPagesModule(),
            new ServicesModule(),
            new EventsModule(),
            new AdminModule(),
            new ContentApiModule(),
            new PublicSiteModule()
        );
        builder.Services.AddKnownSettings(new(DatabaseOptions.Section, DatabaseOptions.SettingNames));
        builder.Services.AddKnownSettings(new("ConnectionStrings", "VoldCms"));
        builder.Services.AddVoldCmsData(builder.Configuration, typeof(ContributedTables).Assembly);
        builder.Services.AddPresentation();
        builder.AddHosting(args, modules, Beside("wwwroot", "assets"));

        var app = builder.Build();
        app.UseHosting();
        app.MapModules();
        app.MapPresentation();
        return app;
    }
}
