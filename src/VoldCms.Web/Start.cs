using Microsoft.Extensions.Options;
using VoldCms.Hosting.Configuration;
using VoldCms.Web.Commands;
using VoldCms.Web.Starting;

namespace VoldCms.Web;

/// <summary>From the command line to an exit code: a command, or the running site.</summary>
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

            await SiteStart.RunAsync(args);
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

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason.ReplaceLineEndings(" "));
        return 1;
    }
}
