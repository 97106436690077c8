using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Health;
using VoldCms.Hosting.Localization;
using VoldCms.Hosting.Tenancy;
using VoldCms.Recipes.Tenants;
using VoldCms.Users.Door;

namespace VoldCms.Web.Starting;

/// <summary>From the settings to a running site, until it is stopped.</summary>
internal static class SiteStart
{
    /// <summary>Serves the site until whoever started it stops it.</summary>
    /// <exception cref="StartupException">Something outside the program keeps it from starting.</exception>
    public static async Task RunAsync(string[] args)
    {
        var hostLog = new HostLogGate();
        await using var app = Build(args, hostLog);
        await MigrateAsync(app, isRestore: false);
        Tell(app);
        await ListenAsync(app);
        hostLog.Open();
        await ServeAsync(app);
    }

    private static WebApplication Build(string[] args, HostLogGate hostLog)
    {
        var app = SiteApplication.Build(args, hostLog);
        // The host checks this when it listens; by then files have been made.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app;
    }

    /// <summary>Brings the database up to date.</summary>
    /// <exception cref="StartupException">It cannot be used.</exception>
    internal static async Task MigrateAsync(WebApplication app, bool isRestore)
    {
        var migrator = app.Services.GetRequiredService<DatabaseMigrator>();
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await (isRestore ? migrator.RunForRestoreAsync(stopping) : migrator.RunAsync(stopping));
        }
        catch (Exception problem) when (problem is StoreUnavailableException or DbException)
        {
            throw new StartupException($"The database cannot be used: {problem.Message}", problem);
        }
    }

    private static async Task ServeAsync(WebApplication app)
    {
        try
        {
            await SetUpTenantsAsync(app);
            await TellOfPeopleAsync(app);
            await TenantAddresses.PrintAsync(app, Console.Out);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Stopped while it was setting up: the next start goes on.
        }
        catch (Exception problem) when (problem is not StartupException)
        {
            // It listens already: the pages say 503 until the database is back, and the next start sets up what is missing.
            app.Logger.SetUpCutOff(problem);
        }

        await app.WaitForShutdownAsync();
    }

    // What does not keep it from starting, but somebody should mend.
    private static void Tell(WebApplication app)
    {
        foreach (var skipped in app.Services.GetRequiredService<TextCatalog>().Skipped)
        {
            app.Logger.TextsSkipped(skipped.Tenant, skipped.Problem);
        }

        foreach (var path in app.Services.GetRequiredService<DataDirectory>().OpenToOthers)
        {
            app.Logger.OpenToOthers(path);
        }
    }

    private static async Task TellOfPeopleAsync(WebApplication app)
    {
        if (await app.Services.GetRequiredService<DoorHelp>().IsEmptyAsync(app.Lifetime.ApplicationStopping))
        {
            app.Logger.NobodyMaySignIn();
        }
    }

    // The site listens already: a tenant that is being set up answers "in a while", the others are served.
    private static async Task SetUpTenantsAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<TenantSetup>().RunAsync(Console.Out, app.Lifetime.ApplicationStopping);
        }
        finally
        {
            app.Services.GetRequiredService<SetUpPass>().End();
            app.Services.GetRequiredService<TenantDirectory>().Forget();
        }
    }

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception problem) when (problem is IOException or SocketException or InvalidOperationException)
        {
            throw new StartupException($"Cannot listen: {problem.Message}", problem);
        }
    }
}
