using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Recipes.Steps;

/// <summary>What a recipe reports of an action that says whether it changed anything.</summary>
internal static class ChangeOutcome
{
    /// <summary>Updated or the same.</summary>
    /// <exception cref="RecipeFaultException">The action refused: with its problems, below the path.</exception>
    public static RecipeOutcome Of(Result<bool> result, string path) =>
        result.TryGet(out var isChanged, out var error)
            ? isChanged
                ? RecipeOutcome.Updated
                : RecipeOutcome.Same
            : throw RecipeFaultException.From(error, path);
}
