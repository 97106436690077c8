using System.CommandLine;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Configuration;

namespace VoldCms.Web.Commands;

/// <summary>
/// The commands of the program: <c>tenant</c>, <c>recipe</c>, <c>content</c>, <c>backup</c>, <c>restore</c>, <c>user</c>, <c>apikey</c>.
/// Everything else that it is started with serves the site. Exit codes: 0 done, 1 refused, 2 the command line cannot be understood.
/// </summary>
internal static class CommandLine
{
    /// <summary>The exit code of a command that is done.</summary>
    public const int Done = 0;

    private const int Refused = 1;
    private const int NotUnderstood = 2;

    /// <summary>Whether the arguments ask for something else than serving: a first word that is no option, or for help.</summary>
    public static bool IsCommand(IReadOnlyList<string> args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    /// <param name="args">The command line.</param>
    /// <param name="application">Made only when a command needs it.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    public static async Task<int> RunAsync(string[] args, CommandApplication application, CancellationToken cancellationToken)
    {
        var parsed = Describe(application).Parse(args);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            Refuse($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} See --help.");
            return NotUnderstood;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (StoreUnavailableException problem)
        {
            throw new StartupException($"The database cannot be used: {problem.Message}", problem);
        }
    }

    /// <summary>Tells why a command is refused, on one line.</summary>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason.ReplaceLineEndings(" "));
        return Refused;
    }

    /// <summary>Tells what is amiss though the command goes on, on one line.</summary>
    public static void Warn(string line) => Console.Error.WriteLine($"warning: {line.ReplaceLineEndings(" ")}");

    public static int Succeed(string message)
    {
        Console.Out.WriteLine(message);
        return Done;
    }

    private static RootCommand Describe(CommandApplication application) =>
        new("VoldCms. Without a command it serves the site; see --urls and the settings in docs/operations.md.")
        {
            TenantCommands.Describe(application.OpenAsync),
            RecipeCommands.Describe(application.OpenAsync),
            RecipeCommands.DescribeContent(application.OpenAsync),
            BackupCommands.DescribeBackup(application.OpenAsync),
            BackupCommands.DescribeRestore(application),
            UserCommands.Describe(application.OpenAsync),
            ApiKeyCommands.Describe(application.OpenAsync),
        };
}
