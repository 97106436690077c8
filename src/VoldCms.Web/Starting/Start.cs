using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Databases;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Health;
using VoldCms.Hosting.Localization;
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
                return await RunCommandAsync(args);
            }

            var hostLog = new HostLogGate();
            await using var app = Build(args, hostLog);
            await MigrateAsync(app, isRestore: false);
            Tell(app);
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
        catch (Exception problem) when (problem is not HostAbortedException)
        {
            // The last resort: who sits at a console gets one line, whatever has happened. (Tools of the framework abort the host.)
            var cause = problem.GetBaseException();
            return Refuse($"{problem.Message}{(cause == problem ? "" : $" {cause.Message}")} ({cause.GetType().Name})");
        }
    }

    private static async Task<int> RunCommandAsync(string[] args)
    {
        await using var application = new CommandApplication();
        var isDone = false;
        try
        {
            var code = await CommandLine.RunAsync(args, application, CancellationToken.None);
            isDone = code == CommandLine.Done;
            return code;
        }
        finally
        {
            if (!isDone)
            {
                await application.TakeBackAsync();
            }
        }
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

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason.ReplaceLineEndings(" "));
        return 1;
    }
}
