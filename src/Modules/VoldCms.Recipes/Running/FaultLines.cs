using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.Recipes.Reading;

namespace VoldCms.Recipes.Running;

/// <summary>Words where something is wrong: file, step, JSON path, line, what stands there and what was expected, on one line.</summary>
internal static class FaultLines
{
    // More would scroll the first, the one that matters, out of sight.
    private const int MaximumFaults = 20;

    public static IEnumerable<string> Of(RecipeDocument recipe, RecipeStepElement step, RecipeFaultException fault)
    {
        foreach (var problem in fault.Problems.Take(MaximumFaults))
        {
            yield return Of(recipe, step, problem);
        }

        if (fault.Problems.Count > MaximumFaults)
        {
            yield return $"{Place(recipe, step)}: {fault.Problems.Count - MaximumFaults} more faults in this step";
        }
    }

    public static string Of(RecipeDocument recipe, RecipeStepElement step, Problem problem)
    {
        var path = Join(step, problem.Path);
        return OneLine($"{Place(recipe, step)}, {path}, line {recipe.FindLine(path)}: {problem.Message}");
    }

    public static string Place(RecipeDocument recipe, RecipeStepElement step) => $"{recipe.Source.Label}: step {step.Number} ({step.Name})";

    private static string Join(RecipeStepElement step, string path)
    {
        var root = $"steps[{step.Number - 1}]";
        return path.Length == 0 ? root : $"{root}.{path}";
    }

    public static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
