using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Exporting;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Running;
using VoldCms.Recipes.Tenants;

namespace VoldCms.Web.Commands;

/// <summary>
/// <c>recipe run</c> and <c>recipe export</c>; <c>content import</c> and <c>content export</c>, which are the same for content alone.
/// </summary>
internal static class RecipeCommands
{
    // Norwegian is to be read by people: letters stay letters.
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Describe(Func<Task<WebApplication>> open) =>
        new("recipe", "Recipes: files that define and fill a tenant.")
        {
            Run("run", "Runs a recipe in a tenant. Running it again changes only what the recipe has changed.", isDataOnly: false, open),
            Export(open),
        };

    public static Command DescribeContent(Func<Task<WebApplication>> open) =>
        new("content", "Content items as JSON, in a recipe's form.")
        {
            Run(
                "import",
                "Brings in the items of a file that `content export` has written. No script in it is evaluated.",
                isDataOnly: true,
                open
            ),
            ExportContent(open),
        };

    private static Command Export(Func<Task<WebApplication>> open)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant to export.", Required = true };
        var output = OutputOption();
        var command = new Command("export", "Writes a tenant as a recipe that makes the same tenant of an empty one.") { tenant, output };
        command.SetAction(
            (parsed, cancellationToken) =>
                WriteAsync(
                    open,
                    parsed.GetRequiredValue(tenant),
                    parsed.GetValue(output),
                    export => export.ExportAsync(cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }

    private static Command ExportContent(Func<Task<WebApplication>> open)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant to export from.", Required = true };
        var types = new Option<string[]>("--type")
        {
            Description = "A content type; may be given several times. Without it, all types.",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = OutputOption();
        var command = new Command("export", "Writes the items of some content types, drafts too.") { tenant, types, output };
        command.SetAction(
            (parsed, cancellationToken) =>
                WriteAsync(
                    open,
                    parsed.GetRequiredValue(tenant),
                    parsed.GetValue(output),
                    export => export.ExportContentAsync(parsed.GetValue(types) ?? [], cancellationToken),
                    cancellationToken
                )
        );
        return command;
    }

    private static Option<string?> OutputOption() =>
        FileNames.Option("--output", "The file to write; it must not be there yet. Without it, the standard output.");

    private static async Task<int> WriteAsync(
        Func<Task<WebApplication>> open,
        string tenantName,
        string? output,
        Func<TenantExport, Task<Result<ExportedRecipe>>> export,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(output))
        {
            return CommandLine.Refuse($"'{output}' is there already; expected the name of a new file.");
        }

        var app = await open();
        var (found, problem) = await TenantScope.FindAsync(app, tenantName, cancellationToken);
        if (found is null)
        {
            return CommandLine.Refuse(problem);
        }

        await using var scope = TenantScope.Open(app, found);
        if (!(await export(scope.ServiceProvider.GetRequiredService<TenantExport>())).TryGet(out var exported, out var error))
        {
            return CommandLine.Refuse(error.Message);
        }

        foreach (var line in exported.LeftOut)
        {
            CommandLine.Warn(line);
        }

        var json = exported.Recipe.ToJsonString(s_readable);
        if (output is null)
        {
            await Console.Out.WriteLineAsync(json);
            return 0;
        }

        try
        {
            // It holds drafts, and what only staff may read.
            await using var file = PrivateFiles.Open(output);
            await file.WriteAsync(Encoding.UTF8.GetBytes(json), cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return CommandLine.Refuse($"'{output}' cannot be written: {refused.Message}");
        }

        return CommandLine.Succeed($"Exported to {output}.");
    }

    private static Command Run(string name, string description, bool isDataOnly, Func<Task<WebApplication>> open)
    {
        var file = FileNames.Argument("file", "The recipe; recipes that it names are looked for beside it first.");
        var tenant = new Option<string>("--tenant") { Description = "The tenant that it runs in.", Required = true };
        var dry = new Option<bool>("--dry-run")
        {
            Description = "Does everything, lists what became of every item, and takes it all back.",
        };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = "Applies the recipe's text also where a person has changed it here.",
        };
        var command = new Command(name, description) { file, tenant, dry, overwrite };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var app = await open();
                var library = app.Services.GetRequiredService<RecipeLibrary>();
                if (!library.ReadFile(parsed.GetRequiredValue(file)).TryGet(out var recipe, out var error))
                {
                    return CommandLine.Refuse(error.Message);
                }

                var (found, problem) = await TenantScope.FindAsync(app, parsed.GetRequiredValue(tenant), cancellationToken);
                if (found is null)
                {
                    return CommandLine.Refuse(problem);
                }

                var documents = await app.Services.GetRequiredService<ITenantDocumentReader>().ReadAsync(found.Id, cancellationToken);
                var run = new RecipeRun(
                    recipe,
                    library.HarvestBeside(parsed.GetRequiredValue(file)),
                    library.EnvironmentOf(found, SetUpChoices.Of(documents).SiteName),
                    new RecipeRunMode(parsed.GetValue(dry), parsed.GetValue(overwrite)),
                    progress => Console.Out.WriteLine(RecipeReportText.Line(found.Name, progress)),
                    isDataOnly
                );
                await using var scope = TenantScope.Open(app, found);
                var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(run, cancellationToken);
                Print(report, run.Mode);
                if (!report.IsSuccess)
                {
                    return 1;
                }

                await app.Services.GetRequiredService<TenantLife>().RecipeHasRunAsync(found, run, cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static void Print(RecipeReport report, RecipeRunMode mode)
    {
        foreach (var thing in mode.IsDryRun ? RecipeReportText.Things(report) : [])
        {
            Console.Out.WriteLine(thing);
        }

        foreach (var warning in report.Warnings)
        {
            CommandLine.Warn(warning);
        }

        foreach (var fault in report.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        if (report.Steps.Count == 0 && !report.IsSuccess)
        {
            return;
        }

        Console.Out.WriteLine((mode.IsDryRun ? "Dry run, nothing stored: " : "") + RecipeReportText.Summary(report));
    }
}
