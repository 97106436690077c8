using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;
using VoldCms.Hosting.Tenancy;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Reading;
using VoldCms.Recipes.Running;

namespace VoldCms.Recipes.Tenants;

/// <summary>
/// Creates the tenants that the configuration names and runs their recipes, once: a tenant that runs is left alone, one whose
/// recipe was cut off goes on, one whose recipe was refused is tried again; also those that were made by hand. One tenant's trouble
/// stops no other. Singleton.
/// </summary>
public sealed class TenantSetup(
    TenantDeclarations declarations,
    ITenantStore tenants,
    TenantLife life,
    ITenantDocumentReader documents,
    RecipeLibrary library,
    IServiceScopeFactory scopes,
    ILogger<TenantSetup> logger
)
{
    /// <summary>Sets up every declared tenant in turn, then goes on with those that were made by hand.</summary>
    /// <param name="console">Where progress, warnings and refusals are told, a line each.</param>
    /// <param name="cancellationToken">Ends the work between two steps; the next start goes on.</param>
    /// <returns>Whether all of them run.</returns>
    public async Task<bool> RunAsync(TextWriter console, CancellationToken cancellationToken)
    {
        var allRun = true;
        foreach (var declaration in declarations.All)
        {
            allRun &= await GuardAsync(declaration.Name, console, () => SetUpDeclaredAsync(declaration, console, cancellationToken));
        }

        foreach (var tenant in await tenants.ListAsync(cancellationToken))
        {
            if (tenant.State is not TenantState.Running and not TenantState.Disabled && !declarations.Names(tenant.Name))
            {
                allRun &= await GuardAsync(tenant.Name, console, () => GoOnAsync(tenant, console, cancellationToken));
            }
        }

        return allRun;
    }

    /// <summary>Runs a tenant's own recipe and says where the tenant stands then.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="console">Where progress, warnings and refusals are told, a line each.</param>
    /// <param name="cancellationToken">Ends the work between two steps.</param>
    public async Task<SetUpEnd> SetUpAsync(Tenant tenant, TextWriter console, CancellationToken cancellationToken)
    {
        await life.BeginAsync(tenant, cancellationToken);
        var choices = SetUpChoices.Of(await documents.ReadAsync(tenant.Id, cancellationToken));
        var (catalog, found) = FindRecipe(tenant, choices);
        if (!found.TryGet(out var recipe, out var error))
        {
            return await RefuseAsync(tenant, error.Message, SetUpEnd.RefusedUntouched, console, cancellationToken);
        }

        await using var scope = scopes.OpenAsSystem(tenant);
        var run = new RecipeRun(
            recipe,
            catalog,
            library.EnvironmentOf(tenant, choices.SiteName),
            new RecipeRunMode(),
            progress => console.WriteLine(RecipeReportText.Line(tenant.Name, progress))
        );
        var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(run, cancellationToken);
        if (!report.IsSuccess)
        {
            var end = report.Steps.Count == 0 ? SetUpEnd.RefusedUntouched : SetUpEnd.Refused;
            return await RefuseAsync(tenant, report.Faults[0], end, console, cancellationToken);
        }

        await life.ServeAsync(tenant, cancellationToken);
        await console.WriteLineAsync($"{tenant.Name}: {RecipeReportText.Summary(report)}");
        return SetUpEnd.Running;
    }

    private (RecipeCatalog Catalog, Result<RecipeDocument> Recipe) FindRecipe(Tenant tenant, SetUpChoices choices)
    {
        if (choices.RecipeFile is { } file)
        {
            return (library.HarvestBeside(file), library.ReadFile(file));
        }

        var catalog = library.Harvest();
        return (catalog, catalog.Find(tenant.RecipeName ?? ""));
    }

    private async Task<bool> GuardAsync(string tenant, TextWriter console, Func<Task<bool>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not StartupException)
        {
            // A lost connection or a bug in one tenant's seeding; its state says Initializing, so the next start goes on.
            logger.TenantSetupFailed(tenant, problem);
            await console.WriteLineAsync($"{tenant}: could not be set up: {problem.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }

    private async Task<bool> SetUpDeclaredAsync(TenantDeclaration declaration, TextWriter console, CancellationToken cancellationToken)
    {
        var found = await FindOrCreateAsync(declaration, cancellationToken);
        if (!found.TryGet(out var tenant, out var error))
        {
            await console.WriteLineAsync($"{declaration.Name}: {error.Message}");
            return false;
        }

        return tenant.State is TenantState.Running or TenantState.Disabled
            || await SetUpAsync(tenant, console, cancellationToken) == SetUpEnd.Running;
    }

    // Made by `tenant create`, which did not come to its end.
    private async Task<bool> GoOnAsync(Tenant tenant, TextWriter console, CancellationToken cancellationToken)
    {
        if (tenant.RecipeName is not null)
        {
            return await SetUpAsync(tenant, console, cancellationToken) == SetUpEnd.Running;
        }

        if (tenant.State == TenantState.Uninitialized)
        {
            // It was to be empty, and is.
            await life.ServeEmptyAsync(tenant, cancellationToken);
            return true;
        }

        return false;
    }

    private async Task<Result<Tenant>> FindOrCreateAsync(TenantDeclaration declaration, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(declaration.Name, cancellationToken) is { } known)
        {
            return known;
        }

        return await tenants.CreateAsync(
            new Tenant
            {
                Id = default,
                Name = declaration.Name,
                RequestUrlPrefix = declaration.Prefix,
                RequestUrlHosts = declaration.Hosts,
                RecipeName = declaration.Recipe,
            },
            cancellationToken
        );
    }

    private async Task<SetUpEnd> RefuseAsync(
        Tenant tenant,
        string reason,
        SetUpEnd end,
        TextWriter console,
        CancellationToken cancellationToken
    )
    {
        await life.RefuseAsync(tenant, cancellationToken);
        await console.WriteLineAsync($"{tenant.Name}: its recipe '{tenant.RecipeName}' is refused: {reason}");
        return end;
    }
}

/// <summary>How a tenant's set-up ended.</summary>
public enum SetUpEnd
{
    /// <summary>The tenant is served.</summary>
    Running,

    /// <summary>A step was refused; the steps before it are done.</summary>
    Refused,

    /// <summary>The recipe was refused before its first step.</summary>
    RefusedUntouched,
}
