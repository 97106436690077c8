namespace VoldCms.ContentManagement.Recipes;

/// <summary>
/// A step that recipes may name. Any module brings one, registered as a scoped service; the runner finds it by name.
/// </summary>
public interface IRecipeStep
{
    /// <summary>The step's name in recipes, compared ignoring case.</summary>
    string Name { get; }

    /// <summary>
    /// Looks at the step's body before the first step of the recipe runs, and tells the steps after it what the definitions
    /// will be then. Writes nothing.
    /// </summary>
    /// <exception cref="RecipeFaultException">The body has another shape than the step expects.</exception>
    void Check(RecipeStepCheck check);

    /// <summary>
    /// Does the step's work in the unit of work given, which the runner commits. Run again with the same body, it changes nothing.
    /// </summary>
    /// <exception cref="RecipeFaultException">The step cannot be done; nothing of it is kept.</exception>
    Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken);
}
