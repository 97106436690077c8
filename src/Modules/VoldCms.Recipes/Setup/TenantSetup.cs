using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Hosting.Configuration;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Running;

namespace VoldCms.Recipes.Setup;

/// <summary>
/// Creates the tenants that the configuration names and runs their recipes, once: a tenant that runs is left alone, one whose
/// recipe was cut off goes on, one whose recipe was refused is tried again. One tenant's trouble stops no other. Singleton.
/// </summary>
public sealed class TenantSetup(
    TenantDeclarations declarations,
    ITenantStore tenants,
    RecipeLibrary library,
    IServiceScopeFactory scopes,
    ILogger<TenantSetup> logger)
{
    /// <summary>Sets up every declared tenant in turn.</summary>
    /// <param name="console">Where progress, warnings and refusals are told, a line each.</param>
    /// <param name="cancellationToken">Ends the work between two steps; the next start goes on.</param>
    /// <returns>Whether all of them run.</returns>
    public async Task<bool> RunAsync(TextWriter console, CancellationToken cancellationToken)
    {
        var allRun = true;
        foreach (var declaration in declarations.All)
        {
            allRun &= await RunOneAsync(declaration, console, cancellationToken);
        }

        return allRun;
    }

    /// <summary>Runs a tenant's own recipe and says where the tenant stands then.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="siteName">What <c>parameters('SiteName')</c> gives; null for the tenant's name.</param>
    /// <param name="console">Where progress, warnings and refusals are told, a line each.</param>
    /// <param name="cancellationToken">Ends the work between two steps.</param>
    /// <returns>Whether it runs.</returns>
    public async Task<bool> SetUpAsync(Tenant tenant, string? siteName, TextWriter console, CancellationToken cancellationToken)
    {
        await tenants.SetStateAsync(tenant.Id, TenantState.Initializing, cancellationToken);
        var catalog = library.Harvest();
        if (!catalog.Find(tenant.RecipeName ?? "").TryGet(out var recipe, out var error))
        {
            return await RefuseAsync(tenant, error.Message, console, cancellationToken);
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        var run = new RecipeRun(
            recipe, catalog, library.EnvironmentOf(tenant, siteName), new RecipeRunMode(), progress => console.WriteLine(RecipeReportText.Line(tenant.Name, progress)));
        var report = await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(run, cancellationToken);
        if (!report.IsSuccess)
        {
            return await RefuseAsync(tenant, report.Faults[0], console, cancellationToken);
        }

        await tenants.SetStateAsync(tenant.Id, TenantState.Running, cancellationToken);
        await console.WriteLineAsync($"{tenant.Name}: {RecipeReportText.Summary(report)}");
        return true;
    }

    private async Task<bool> RunOneAsync(TenantDeclaration declaration, TextWriter console, CancellationToken cancellationToken)
    {
        try
        {
            var found = await FindOrCreateAsync(declaration, cancellationToken);
            if (!found.TryGet(out var tenant, out var error))
            {
                await console.WriteLineAsync($"{declaration.Name}: {error.Message}");
                return false;
            }

            return tenant.State is TenantState.Running or TenantState.Disabled || await SetUpAsync(tenant, null, console, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not StartupException)
        {
            // A lost connection or a bug in one tenant's seeding; its state says Initializing, so the next start goes on.
            logger.TenantSetupFailed(declaration.Name, problem);
            await console.WriteLineAsync($"{declaration.Name}: could not be set up: {problem.Message.ReplaceLineEndings(" ")}");
            return false;
        }
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
            cancellationToken);
    }

    private async Task<bool> RefuseAsync(Tenant tenant, string reason, TextWriter console, CancellationToken cancellationToken)
    {
        await tenants.SetStateAsync(tenant.Id, TenantState.Invalid, cancellationToken);
        await console.WriteLineAsync($"{tenant.Name}: its recipe '{tenant.RecipeName}' is refused: {reason}");
        return false;
    }
}
