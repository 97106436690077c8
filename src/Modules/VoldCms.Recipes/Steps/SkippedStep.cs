using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Steps;

/// <summary>A step of Orchard Core that asks for something to be done that has no meaning here: skipped with the reason.</summary>
internal sealed class SkippedStep(string name, string reason) : IRecipeStep
{
    /// <summary>All steps that are skipped, and why.</summary>
    public static IReadOnlyList<(string Name, string Reason)> All { get; } =
    [
        ("ResetIndex", "indexes are kept up to date by themselves"),
        ("RebuildIndex", "indexes are kept up to date by themselves"),
        ("lucene-index-reset", "indexes are kept up to date by themselves"),
        ("lucene-index-rebuild", "indexes are kept up to date by themselves"),
        ("elastic-index-reset", "indexes are kept up to date by themselves"),
        ("elastic-index-rebuild", "indexes are kept up to date by themselves"),
        ("azureai-index-create", "there is no Azure AI Search here"),
        ("azureai-index-reset", "there is no Azure AI Search here"),
        ("azureai-index-rebuild", "there is no Azure AI Search here"),
        ("move-attached-media-fields", "attached media are not kept in folders of their own here"),
        ("Command", "commands are never run from a recipe here"),
        ("ReloadTenant", "a tenant needs no reload here"),
    ];

    public string Name => name;

    public void Check(RecipeStepCheck check)
    {
        // Whatever stands in it is not looked at.
    }

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        context.Body.Warn("", $"the step '{name}' is skipped: {reason}");
        return Task.CompletedTask;
    }
}
