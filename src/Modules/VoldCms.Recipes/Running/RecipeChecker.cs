using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Recipes.Expressions;
using VoldCms.Recipes.Reading;
using VoldCms.Recipes.Steps;

namespace VoldCms.Recipes.Running;

/// <summary>
/// Goes through a recipe and all it names before the first step runs: every body's shape, every expression, every content
/// item against the definitions that it will meet. Writes nothing. Scripts are evaluated in an evaluator that is thrown away.
/// </summary>
internal sealed class RecipeChecker(RecipeRun run, StepSet steps, RecipeScriptsFactory scripts, RecipeReport report)
{
    // A recipe that names two, which name two each, and so on, would never end.
    private const int MaximumSteps = 10_000;
    private const int MaximumNesting = 32;

    private readonly List<RecipeDocument> _open = [];

    /// <summary>How many steps the run will have.</summary>
    public int Total { get; private set; }

    /// <returns>Whether the run may start; if not, the faults stand in the report.</returns>
    public bool Check(ContentDefinitions definitions) => Check(run.Recipe, ref definitions);

    private bool Check(RecipeDocument recipe, ref ContentDefinitions definitions)
    {
        _open.Add(recipe);
        foreach (var warning in recipe.Warnings)
        {
            report.AddWarning(warning);
        }

        var evaluator = scripts.Create(recipe, run, log: null);
        foreach (var step in recipe.Steps)
        {
            Total++;
            if (!Check(recipe, step, evaluator, ref definitions))
            {
                return false;
            }
        }

        _open.RemoveAt(_open.Count - 1);
        return true;
    }

    private bool Check(RecipeDocument recipe, RecipeStepElement step, RecipeScripts evaluator, ref ContentDefinitions definitions)
    {
        try
        {
            if (Total > MaximumSteps)
            {
                throw new RecipeFaultException("", $"the recipes together have more than {MaximumSteps} steps");
            }

            if (steps.Find(step.Name) is not { } handler)
            {
                return true;
            }

            var body = new EvaluatedBody(step.Body, recipe.Source.Files, evaluator, static (_, _) => { });
            if (handler is RecipesStep)
            {
                foreach (var nested in RecipesStep.FindRecipes(body, run.Catalog))
                {
                    RefuseCycle(nested);
                    if (!Check(nested.Recipe, ref definitions))
                    {
                        return false;
                    }
                }

                return true;
            }

            var check = new RecipeStepCheck(body, definitions);
            handler.Check(check);
            definitions = check.Definitions;
            return true;
        }
        catch (RecipeFaultException fault)
        {
            foreach (var line in FaultLines.Of(recipe, step, fault))
            {
                report.AddFault(line);
            }

            return false;
        }
    }

    private void RefuseCycle(NestedRecipe nested)
    {
        var start = _open.FindIndex(open => open.Source.Location == nested.Recipe.Source.Location);
        if (start >= 0)
        {
            var circle = string.Join(" -> ", _open.Skip(start).Append(nested.Recipe).Select(recipe => recipe.Descriptor.Name));
            throw new RecipeFaultException(nested.Path, $"the recipes name each other in a circle: {circle}");
        }

        if (_open.Count >= MaximumNesting)
        {
            throw new RecipeFaultException(nested.Path, $"recipes name each other deeper than {MaximumNesting} levels");
        }
    }
}
