using Microsoft.Extensions.Options;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Running;

/// <summary>Makes the evaluator of one recipe in one run. Singleton.</summary>
internal sealed class RecipeScriptsFactory(TimeProvider clock, IOptions<RecipeReadingOptions> options)
{
    public RecipeScripts Create(RecipeDocument recipe, RecipeRun run, Action<string, string>? log) =>
        new(recipe.Variables, recipe.Source.Files, run.Environment, clock, options.Value.MaximumBytes, log, run.IsDataOnly);
}
