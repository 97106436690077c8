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
    private const int Done = 0;
    private const int Refused = 1;
    private const int NotUnderstood = 2;

    /// <summary>Whether the arguments ask for something else than serving: a first word that is no option, or for help.</summary>
    public static bool IsCommand(IReadOnlyList<string> args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    /// <param name="args">The command line.</param>
    /// <param name="open">Builds the application with its database up to date, without listening; only called when a command needs
    /// it.</param>
    /// <param name="openForRestore">The same for a restore, which needs no database that is whole.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    public static async Task<int> RunAsync(
        string[] args,
        Func<CancellationToken, Task<WebApplication>> open,
        Func<CancellationToken, Task<WebApplication>> openForRestore,
        CancellationToken cancellationToken
    )
    {
        var parsed = Describe(open, openForRestore).Parse(args);
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

    private static RootCommand Describe(
        Func<CancellationToken, Task<WebApplication>> open,
        Func<CancellationToken, Task<WebApplication>> openForRestore
    ) =>
        new("VoldCms. Without a command it serves the site; see --urls and the settings in docs/operations.md.")
        {
            TenantCommands.Describe(open),
            RecipeCommands.Describe(open),
            RecipeCommands.DescribeContent(open),
            BackupCommands.DescribeBackup(open),
            BackupCommands.DescribeRestore(openForRestore),
            UserCommands.Describe(open),
            ApiKeyCommands.Describe(open),
        };
}
