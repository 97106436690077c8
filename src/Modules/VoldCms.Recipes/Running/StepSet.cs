using System.Collections.Frozen;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Running;

/// <summary>All steps that the modules bring, by name, ignoring case. Scoped, as the steps are.</summary>
internal sealed class StepSet(IEnumerable<IRecipeStep> steps)
{
    private readonly FrozenDictionary<string, IRecipeStep> _steps = steps.ToFrozenDictionary(
        step => step.Name,
        StringComparer.OrdinalIgnoreCase
    );

    public IRecipeStep? Find(string name) => _steps.GetValueOrDefault(name);
}
