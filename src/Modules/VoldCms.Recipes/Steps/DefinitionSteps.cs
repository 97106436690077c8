using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Patterns;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;

namespace VoldCms.Recipes.Steps;

/// <summary><c>ContentDefinition</c>: lays types and parts over what there is; nothing is removed.</summary>
internal sealed class ContentDefinitionStep(ChangeDefinitions change) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public void Check(RecipeStepCheck check) =>
        DefinitionStep.Set(check, DefinitionStep.Get(ContentDefinitionDocument.Merge(check.Definitions, check.Body.Read())));

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken) =>
        DefinitionStep.Tell(context, await change.MergeAsync(context.Work, context.Body.Read(), cancellationToken));
}

/// <summary><c>ReplaceContentDefinition</c>: makes the types and parts listed exactly what stands there.</summary>
internal sealed class ReplaceContentDefinitionStep(ChangeDefinitions change) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public void Check(RecipeStepCheck check)
    {
        var given = DefinitionStep.Get(ContentDefinitionDocument.Read(check.Body.Read()));
        DefinitionStep.Set(
            check,
            check.Definitions with
            {
                Types = check.Definitions.Types.SetItems(given.Types),
                Parts = check.Definitions.Parts.SetItems(given.Parts),
            }
        );
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken) =>
        DefinitionStep.Tell(context, await change.ReplaceAsync(context.Work, context.Body.Read(), cancellationToken));
}

/// <summary><c>DeleteContentDefinition</c>: takes definitions away; the content stays.</summary>
internal sealed class DeleteContentDefinitionStep(ChangeDefinitions change) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public void Check(RecipeStepCheck check)
    {
        var body = check.Body.Read();
        check.Definitions = check.Definitions with
        {
            Types = check.Definitions.Types.RemoveRange(StepShape.ReadTexts(body, "ContentTypes", "")),
            Parts = check.Definitions.Parts.RemoveRange(StepShape.ReadTexts(body, "ContentParts", "")),
        };
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var body = context.Body.Read();
        DefinitionStep.Tell(
            context,
            await change.DeleteAsync(
                context.Work,
                StepShape.ReadTexts(body, "ContentTypes", ""),
                StepShape.ReadTexts(body, "ContentParts", ""),
                cancellationToken
            )
        );
    }
}

/// <summary>What the steps on definitions have in common.</summary>
internal static class DefinitionStep
{
    public static ContentDefinitions Get(Result<ContentDefinitions> result) =>
        result.TryGet(out var definitions, out var error) ? definitions : throw RecipeFaultException.From(error, "");

    /// <exception cref="RecipeFaultException">A pattern cannot be read.</exception>
    public static void Set(RecipeStepCheck check, ContentDefinitions definitions)
    {
        if (PatternCheck.FindProblems(check.Definitions, definitions) is { IsEmpty: false } problems)
        {
            throw new RecipeFaultException(problems);
        }

        check.Definitions = definitions;
    }

    public static void Tell(RecipeStepContext context, Result<bool> result) =>
        context.Report.Add(ChangeOutcome.Of(result, ""), "", "content definitions");
}
