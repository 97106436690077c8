using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Recipes;

/// <summary>What a step has while it runs.</summary>
/// <param name="Work">The step's transaction; the runner commits it.</param>
/// <param name="Body">The step's body.</param>
/// <param name="Report">Where the step tells what it did.</param>
/// <param name="Mode">How the run was asked for.</param>
/// <param name="End">What is to be looked at when every step has run.</param>
public sealed record RecipeStepContext(IUnitOfWork Work, RecipeBody Body, RecipeStepReport Report, RecipeRunMode Mode, RecipeEnd End);

/// <summary>How a recipe is run.</summary>
/// <param name="IsDryRun">Everything is rolled back at the end; a refused item is listed and the run goes on.</param>
/// <param name="Overwrite">The recipe's text is applied, as a new version, also where a person has saved a newer one.</param>
public sealed record RecipeRunMode(bool IsDryRun = false, bool Overwrite = false);
