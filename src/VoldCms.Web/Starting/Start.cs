using System.Data.Common;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Tenancy;
using VoldCms.Recipes.Setup;
using VoldCms.Web.Commands;

namespace VoldCms.Web.Starting;

/// <summary>From the command line to a running site, and to an exit code.</summary>
internal static class Start
{
    /// <returns>0 when it was stopped by whoever started it; 1 when something outside the program keeps it from starting.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (CommandLine.IsCommand(args))
            {
                return await CommandLine.RunAsync(args, OpenAsync, CancellationToken.None);
            }

            var hostLog = new HostLogGate();
            await using var app = SiteApplication.Build(args, hostLog);
            await MigrateAsync(app);
            await ListenAsync(app);
            hostLog.Open();
            await ServeAsync(app);
            return 0;
        }
        catch (StartupException problem)
        {
            return Refuse(problem.Message);
        }
        catch (OptionsValidationException problem)
        {
            return Refuse(string.Join(' ', problem.Failures));
        }
    }

    /// <summary>The application for a command: nothing listens, and the log speaks of errors alone.</summary>
    private static async Task<WebApplication> OpenAsync(CancellationToken cancellationToken)
    {
        var app = SiteApplication.Build(["--Logging:LogLevel:Default=Error", "--Logging:LogLevel:VoldCms=Error"], new HostLogGate());
        await MigrateAsync(app);
        return app;
    }

    private static async Task MigrateAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<DatabaseMigrator>().RunAsync(app.Lifetime.ApplicationStopping);
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

    // The site listens already: a tenant that is being set up answers "in a while", the others are served.
    private static async Task SetUpTenantsAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<TenantSetup>().RunAsync(Console.Out, app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<TenantDirectory>().Forget();
    }

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException problem)
        {
            throw new StartupException($"Cannot listen: {problem.Message}", problem);
        }
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason.ReplaceLineEndings(" "));
        return 1;
    }
}
