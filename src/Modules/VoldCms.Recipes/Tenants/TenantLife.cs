using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Running;

namespace VoldCms.Recipes.Tenants;

/// <summary>
/// The one place that says where a tenant stands in its life: what is set up is served, what is being set up or was refused is not.
/// Singleton, thread-safe.
/// </summary>
public sealed class TenantLife
{
    private readonly ITenantStore _tenants;

    internal TenantLife(ITenantStore tenants) => _tenants = tenants;

    /// <summary>A tenant that was to have nothing in it has nothing, and is served.</summary>
    public Task ServeEmptyAsync(Tenant tenant, CancellationToken cancellationToken) =>
        _tenants.SetStateAsync(tenant.Id, TenantState.Running, cancellationToken);

    /// <summary>
    /// A recipe has gone through in a tenant, outside of its set-up. A tenant whose own recipe was refused or cut off is served from now on
    /// when it was that recipe, or any set-up recipe. A dry run changes nothing.
    /// </summary>
    public async Task RecipeHasRunAsync(Tenant tenant, RecipeRun run, CancellationToken cancellationToken)
    {
        var recipe = run.Recipe.Descriptor;
        var isUnfinished = tenant.State is TenantState.Invalid or TenantState.Uninitialized or TenantState.Initializing;
        var setsUp = recipe.IsSetupRecipe || string.Equals(recipe.Name, tenant.RecipeName, StringComparison.OrdinalIgnoreCase);
        if (isUnfinished && setsUp && !run.Mode.IsDryRun)
        {
            await _tenants.SetStateAsync(tenant.Id, TenantState.Running, cancellationToken);
        }
    }

    /// <summary>Its recipe begins, or goes on.</summary>
    internal Task BeginAsync(Tenant tenant, CancellationToken cancellationToken) =>
        _tenants.SetStateAsync(tenant.Id, TenantState.Initializing, cancellationToken);

    /// <summary>Its recipe has gone through.</summary>
    internal Task ServeAsync(Tenant tenant, CancellationToken cancellationToken) =>
        _tenants.SetStateAsync(tenant.Id, TenantState.Running, cancellationToken);

    /// <summary>Its recipe was refused.</summary>
    internal Task RefuseAsync(Tenant tenant, CancellationToken cancellationToken) =>
        _tenants.SetStateAsync(tenant.Id, TenantState.Invalid, cancellationToken);
}
