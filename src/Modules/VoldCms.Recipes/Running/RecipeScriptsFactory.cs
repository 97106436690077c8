using Microsoft.Extensions.Options;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Running;

/// <summary>Makes the evaluator of one recipe in one run. Singleton.</summary>
internal sealed class RecipeScriptsFactory(TimeProvider clock, IOptions<RecipeReadingOptions> options)
{
    public RecipeScripts Create(RecipeDocument recipe, RecipeEnvironment environment, Action<string, string>? log) =>
        new(recipe.Variables, recipe.Source.Files, environment, clock, options.Value.MaximumBytes, log);
}
