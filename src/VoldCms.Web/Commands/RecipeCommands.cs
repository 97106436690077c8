using System.CommandLine;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Running;

namespace VoldCms.Web.Commands;

/// <summary><c>recipe run</c>.</summary>
internal static class RecipeCommands
{
    public static Command Describe(Func<CancellationToken, Task<WebApplication>> open) =>
        new("recipe", "Recipes: files that define and fill a tenant.") { Run(open) };

    private static Command Run(Func<CancellationToken, Task<WebApplication>> open)
    {
        var file = new Argument<string>("file") { Description = "The recipe; recipes that it names are looked for beside it first." };
        var tenant = new Option<string>("--tenant") { Description = "The tenant that it runs in.", Required = true };
        var dry = new Option<bool>("--dry-run") { Description = "Does everything, lists what became of every item, and takes it all back." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Applies the recipe's text also where a person has changed it here." };
        var command = new Command("run", "Runs a recipe in a tenant. Running it again changes only what the recipe has changed.") { file, tenant, dry, overwrite };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await open(cancellationToken);
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

            var run = new RecipeRun(
                recipe,
                library.HarvestBeside(parsed.GetRequiredValue(file)),
                library.EnvironmentOf(found),
                new RecipeRunMode(parsed.GetValue(dry), parsed.GetValue(overwrite)),
                progress => Console.Out.WriteLine(RecipeReportText.Line(found.Name, progress)));
            await using var scope = TenantScope.Open(app, found);
            var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(run, cancellationToken);
            Print(report, run.Mode);
            if (!report.IsSuccess)
            {
                return 1;
            }

            await MarkRunningAsync(app, found, run, cancellationToken);
            return 0;
        });
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
            Console.Error.WriteLine($"warning: {warning}");
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

    // A tenant whose own recipe was refused runs once the mended recipe has gone through.
    private static async Task MarkRunningAsync(WebApplication app, Tenant tenant, RecipeRun run, CancellationToken cancellationToken)
    {
        if (!run.Mode.IsDryRun
            && tenant.State is TenantState.Invalid or TenantState.Uninitialized or TenantState.Initializing
            && string.Equals(run.Recipe.Descriptor.Name, tenant.RecipeName, StringComparison.OrdinalIgnoreCase))
        {
            await app.Services.GetRequiredService<ITenantStore>().SetStateAsync(tenant.Id, TenantState.Running, cancellationToken);
        }
    }
}
