using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;

namespace VoldCms.Recipes.Steps;

/// <summary><c>content</c>: brings in content items, one at a time, through the same action as every import.</summary>
internal sealed class ContentStep(ImportContent import, References references) : IRecipeStep
{
    public string Name => "content";

    public void Check(RecipeStepCheck check)
    {
        var problems = check.Body.ReadEach("data").SelectMany(element => FindProblems(element, check)).ToList();
        if (problems.Count > 0)
        {
            throw new RecipeFaultException(problems);
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(ContentItemId, ContentItemVersionId)>();
        var named = new List<ContentReference>();
        foreach (var element in context.Body.ReadEach("data"))
        {
            var what = Describe(element);
            if (!IsFirst(seen, element))
            {
                context.Body.Warn(element.Path, $"the same version of {what} stands further up in this step; it is skipped");
                continue;
            }

            var result = await import.RunAsync(context.Work, element.Json, context.Mode.Overwrite, cancellationToken);
            if (result.TryGet(out var imported, out var error))
            {
                foreach (var warning in imported.Warnings)
                {
                    context.Body.Warn($"{element.Path}.{warning.Path}", warning.Message);
                }

                named.AddRange(imported.References.Select(reference => reference with { Path = $"{element.Path}.{reference.Path}" }));
                context.Report.Add(imported.Outcome, element.Path, what);
            }
            else if (context.Mode.IsDryRun)
            {
                context.Report.Add(RecipeOutcome.Refused, element.Path, $"{what}: {error.Message}");
            }
            else
            {
                throw RecipeFaultException.From(error, element.Path);
            }
        }

        context.End.Add(
            async (work, ending) =>
            {
                foreach (var missing in await references.FindMissingAsync(work, named, ending))
                {
                    context.Body.Warn(missing.Path, missing.Missing().Message);
                }
            }
        );
    }

    private static IEnumerable<Problem> FindProblems(RecipeElement element, RecipeStepCheck check)
    {
        if (!ContentItemJson.Read(element.Json).TryGet(out var item, out var unreadable))
        {
            return RecipeFaultException.From(unreadable, element.Path).Problems;
        }

        if (item.ContentItemId.Value.Length == 0)
        {
            return [new($"{element.Path}.ContentItemId", "is missing; expected the item's id, such as \"[js: uuid()]\"")];
        }

        if (check.Model.FindType(item.ContentType) is not { } type)
        {
            return
            [
                new(
                    $"{element.Path}.ContentType",
                    $"the type '{item.ContentType}' is not defined; expected a content type of this tenant or of an earlier step"
                ),
            ];
        }

        var path = type.FindPartOfKind(PartNames.Autoroute) is { } autoroute ? item.FindPart(autoroute.Name)?.FindText("Path") : null;
        // What is dear, the HTML, is remembered as it was cleaned here: before the step's transaction begins.
        return ItemNormalizer
            .FindErrors(item.Content, type, check.Model)
            .Concat(
                path is { Length: > 0 } && ContentPath.FindProblem(path) is { } wrong ? [new($"{PartNames.Autoroute}.Path", wrong)] : []
            )
            .Select(problem => problem with { Path = $"{element.Path}.{problem.Path}" });
    }

    private static bool IsFirst(HashSet<(ContentItemId, ContentItemVersionId)> seen, RecipeElement element) =>
        StepShape.FindText(element.Json, "ContentItemId", element.Path) is not { } id
        || StepShape.FindText(element.Json, "ContentItemVersionId", element.Path) is not { Length: > 0 } version
        || seen.Add((new(id), new(version)));

    private static string Describe(RecipeElement element)
    {
        var type = StepShape.FindText(element.Json, "ContentType", element.Path) ?? "item";
        var text = StepShape.FindText(element.Json, "DisplayText", element.Path);
        return string.IsNullOrEmpty(text)
            ? $"{type} {StepShape.FindText(element.Json, "ContentItemId", element.Path)}"
            : $"{type} '{text}'";
    }
}
