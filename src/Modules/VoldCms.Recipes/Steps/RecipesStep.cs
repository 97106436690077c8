using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// <c>recipes</c>: the recipes named run right after this step, each with variables of its own. The runner does it, because
/// it alone may begin transactions.
/// </summary>
internal sealed class RecipesStep : IRecipeStep
{
    public string Name => "recipes";

    public void Check(RecipeStepCheck check) => throw NotForCalling();

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken) => throw NotForCalling();

    /// <summary>The recipes that a step's body names, in order.</summary>
    /// <exception cref="RecipeFaultException">A name is missing, unknown or used twice.</exception>
    public static IReadOnlyList<NestedRecipe> FindRecipes(RecipeBody body, RecipeCatalog catalog) =>
        [
            .. body.ReadEach("Values")
                .Select(value => new NestedRecipe(
                    $"{value.Path}.name",
                    catalog.Find(StepShape.GetText(value.Json, "name", value.Path)).TryGet(out var recipe, out var error)
                        ? recipe
                        : throw RecipeFaultException.From(error, $"{value.Path}.name")
                )),
        ];

    private static NotSupportedException NotForCalling() => new("The runner itself runs nested recipes.");
}

/// <summary>A recipe that a step names.</summary>
internal sealed record NestedRecipe(string Path, RecipeDocument Recipe);
