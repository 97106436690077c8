using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Harvesting;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Running;

/// <summary>What to run and how.</summary>
/// <param name="Recipe">The recipe, read.</param>
/// <param name="Catalog">Where recipes that it names are found.</param>
/// <param name="Environment">What its scripts may ask for.</param>
/// <param name="Mode">Dry or not, overwriting or not.</param>
/// <param name="Progress">Told before each step; null when nobody listens.</param>
/// <param name="IsDataOnly">Nothing is evaluated: every text means itself, as in a file that <c>content export</c> has written.</param>
public sealed record RecipeRun(
    RecipeDocument Recipe,
    RecipeCatalog Catalog,
    RecipeEnvironment Environment,
    RecipeRunMode Mode,
    Action<RecipeProgress>? Progress = null,
    bool IsDataOnly = false
);
