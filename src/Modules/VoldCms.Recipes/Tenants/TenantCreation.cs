using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Tenants;

/// <summary>Makes a tenant that somebody asks for by hand. What cannot be set up is refused before anything is made. Singleton.</summary>
public sealed class TenantCreation(ITenantStore tenants, RecipeLibrary library)
{
    /// <summary>Makes the tenant, not set up yet.</summary>
    /// <param name="tenant">Its name and addresses.</param>
    /// <param name="recipe">The name of a recipe of this installation, or a file; null for a tenant with nothing in it.</param>
    /// <param name="siteName">What the site is called, for recipes that ask; null for the tenant's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The stored tenant; or why there is none: no such recipe, or name, prefix or host taken, with how to go on.</returns>
    public async Task<Result<Tenant>> CreateAsync(Tenant tenant, string? recipe, string? siteName, CancellationToken cancellationToken)
    {
        var choices = new SetUpChoices(siteName, null);
        var recipeName = recipe;
        if (recipe is not null && IsFile(recipe))
        {
            if (!library.ReadFile(recipe).TryGet(out var read, out var unreadable))
            {
                return unreadable;
            }

            choices = choices with { RecipeFile = Path.GetFullPath(recipe) };
            recipeName = NameOf(read);
        }
        else if (recipe is not null && !library.Harvest().Find(recipe).TryGet(out _, out var unknown))
        {
            return unknown is NotFound ? new NotFound(unknown.Code, $"{Sentence(unknown.Message)}; expected {Expected()}.") : unknown;
        }

        if (
            await tenants.FindAsync(tenant.Name, cancellationToken) is
            { State: not TenantState.Running and not TenantState.Disabled } unfinished
        )
        {
            return new Conflict("tenant.unfinished", HowToGoOn(unfinished));
        }

        return await tenants.CreateAsync(tenant with { RecipeName = recipeName }, choices.ToDocuments(), cancellationToken);
    }

    private string Expected()
    {
        var names = library
            .Harvest()
            .All.Where(recipe => recipe.Descriptor.IsSetupRecipe)
            .Select(recipe => recipe.Descriptor.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return names.Count == 0 ? "the path of a recipe's file" : $"{string.Join(", ", names)}, or the path of a recipe's file";
    }

    private static string HowToGoOn(Tenant tenant) =>
        tenant.State == TenantState.Invalid
            ? $"The tenant '{tenant.Name}' is there, but its recipe was refused: `recipe "
                + $"run FILE --tenant {tenant.Name}` with a set-up recipe sets it up; "
                + $"`tenant remove {tenant.Name}` takes it away."
            : $"The tenant '{tenant.Name}' is there, "
                + $"but its set-up is not finished: the next start goes on with it, as does `recipe run FILE "
                + $"--tenant {tenant.Name}` with a set-up recipe; `tenant remove {tenant.Name}` takes it away.";

    // A name has neither folders nor the ending of a file.
    private static bool IsFile(string recipe) =>
        recipe.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || recipe.AsSpan().ContainsAny('/', Path.DirectorySeparatorChar);

    private static string NameOf(RecipeDocument recipe) =>
        recipe.Descriptor.Name is { Length: > 0 } name ? name : Path.GetFileName(recipe.Source.Label);

    private static string Sentence(string message) => char.ToUpperInvariant(message[0]) + message[1..];
}
