using System.CommandLine;
using VoldCms.ContentManagement.Storage;
using VoldCms.Hosting.Configuration;
using VoldCms.Web.Backups;

namespace VoldCms.Web.Commands;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommands
{
    public static Command DescribeBackup(Func<Task<WebApplication>> open)
    {
        var file = FileNames.Argument("file", "The file to write; it must not be there yet.");
        var command = new Command("backup", "Writes database, files and keys of the whole installation into one file. The site may run.")
        {
            file,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    open,
                    async backup =>
                    {
                        foreach (var name in await backup.WriteAsync(parsed.GetRequiredValue(file), cancellationToken))
                        {
                            CommandLine.Warn($"Not in the backup: '{name}', which is no regular file, or a link that leads to none.");
                        }
                    },
                    $"Backed up to {parsed.GetRequiredValue(file)}."
                )
        );
        return command;
    }

    public static Command DescribeRestore(CommandApplication application)
    {
        var file = FileNames.Argument("file", "A file that `backup` has written, on either kind of database.");
        var yes = new Option<bool>("--yes") { Description = "Says that everything there is now may be replaced." };
        var command = new Command("restore", "Replaces database, files and keys by those of a backup. The site may run.") { file, yes };
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(yes)
                    ? RunAsync(
                        () => Task.FromResult(application.Build()),
                        backup => backup.RestoreAsync(parsed.GetRequiredValue(file), application.OpenDatabaseAsync, cancellationToken),
                        $"Restored from {parsed.GetRequiredValue(file)}."
                    )
                    : Task.FromResult(
                        CommandLine.Refuse("Everything that is in the installation now would be replaced; say --yes if that is meant.")
                    )
        );
        return command;
    }

    private static async Task<int> RunAsync(Func<Task<WebApplication>> open, Func<SiteBackup, Task> run, string done)
    {
        var app = await open();
        try
        {
            await run(new SiteBackup(app.Services.GetRequiredService<IDatabaseBackup>(), app.Services.GetRequiredService<DataDirectory>()));
            return CommandLine.Succeed(done);
        }
        catch (Exception refused) when (refused is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse(refused.Message);
        }
    }
}
