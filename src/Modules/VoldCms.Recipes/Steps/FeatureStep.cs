using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.Hosting.Modules;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// <c>feature</c>: features are flags of the tenant, under Orchard Core's ids. A feature that brings content types there brings
/// them here, when it is first enabled. Ids that nobody knows are kept with a warning.
/// </summary>
internal sealed class FeatureStep(ChangeDefinitions change, ModuleCatalog modules) : IRecipeStep
{
    /// <summary>The stored document's name among the tenant's documents: <c>{ "Enabled": [ids] }</c>.</summary>
    public const string DocumentName = "Features";

    public string Name => "feature";

    public void Check(RecipeStepCheck check)
    {
        var body = check.Body.Read();
        StepShape.ReadTexts(body, "disable", "");
        foreach (var id in StepShape.ReadTexts(body, "enable", ""))
        {
            if (FeatureDefinitions.Find(id) is { } definitions)
            {
                check.Definitions = DefinitionStep.Get(ContentDefinitionDocument.Merge(check.Definitions, definitions));
            }
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var body = context.Body.Read();
        var stored = await context.Work.Documents.FindAsync(DocumentName, cancellationToken);
        var enabled = new SortedSet<string>(
            stored is null ? [] : StepShape.ReadTexts((JsonObject)JsonNode.Parse(stored)!, "Enabled", ""),
            StringComparer.OrdinalIgnoreCase
        );
        var changed = 0;
        foreach (var (id, path) in WithPaths(StepShape.ReadTexts(body, "enable", ""), "enable"))
        {
            if (!FeatureNames.IsKnown(id) && !modules.HasFeature(id))
            {
                context.Body.Warn(path, $"nobody knows the feature '{id}', here or on Orchard Core 3.0; it is noted and does nothing");
            }

            if (enabled.Add(id))
            {
                changed++;
                await DefineAsync(context, id, path, cancellationToken);
            }
        }

        changed += StepShape.ReadTexts(body, "disable", "").Count(enabled.Remove);
        if (changed > 0)
        {
            var document = new JsonObject { ["Enabled"] = new JsonArray([.. enabled.Select(id => JsonValue.Create(id))]) };
            await context.Work.Documents.SetAsync(DocumentName, document.ToJsonString(), cancellationToken);
        }

        context.Report.Add(changed > 0 ? RecipeOutcome.Updated : RecipeOutcome.Same, "", "features");
    }

    private async ValueTask DefineAsync(RecipeStepContext context, string id, string path, CancellationToken cancellationToken)
    {
        if (
            FeatureDefinitions.Find(id) is { } definitions
            && !(await change.MergeAsync(context.Work, definitions, cancellationToken)).TryGet(out _, out var error)
        )
        {
            throw RecipeFaultException.From(error, path);
        }
    }

    private static IEnumerable<(string Id, string Path)> WithPaths(IReadOnlyList<string> ids, string key) =>
        ids.Select((id, index) => (id, $"{key}[{index}]"));
}
