using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Steps;

/// <summary><c>CreateOrUpdateIndexProfile</c>: search indexes; kept until a search module reads them.</summary>
internal sealed class IndexProfileStep : IRecipeStep
{
    public const string StepName = "CreateOrUpdateIndexProfile";

    /// <summary>The list's key, in the step and in the kept document.</summary>
    public const string Key = "indexes";

    public string Name => StepName;

    public void Check(RecipeStepCheck check)
    {
        foreach (var index in check.Body.ReadEach(Key))
        {
            CheckNames(index);
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var indexes = context.Body.ReadEach(Key).ToList();
        indexes.ForEach(CheckNames);
        await KeepAsync(context, new JsonArray([.. indexes.Select(index => index.Json)]), cancellationToken);
    }

    public static async Task KeepAsync(RecipeStepContext context, JsonArray indexes, CancellationToken cancellationToken)
    {
        var isChanged = await KeptStep.KeepAsync(
            context,
            StepName,
            kept => KeptStep.MergeList(kept, Key, indexes, indexes, ["Id", "Name"]),
            cancellationToken
        );
        context.Body.Warn("", "search indexes are kept; nothing here searches by them yet");
        context.Report.Add(isChanged ? RecipeOutcome.Updated : RecipeOutcome.Same, "", "index profiles");
    }

    private static void CheckNames(RecipeElement index)
    {
        if (StepShape.FindText(index.Json, "Id", index.Path) is null)
        {
            StepShape.GetText(index.Json, "Name", index.Path);
        }
    }
}

/// <summary><c>lucene-index</c>, the old way of saying it: each index becomes an index profile.</summary>
internal sealed class LuceneIndexStep : IRecipeStep
{
    public string Name => "lucene-index";

    public void Check(RecipeStepCheck check) => Read(check.Body);

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken) =>
        IndexProfileStep.KeepAsync(context, Read(context.Body), cancellationToken);

    private static JsonArray Read(RecipeBody body)
    {
        var profiles = new JsonArray();
        foreach (var element in body.ReadEach("Indices"))
        {
            foreach (var (name, _) in element.Json)
            {
                var settings = StepShape.FindObject(element.Json, name, element.Path) ?? [];
                profiles.Add(ToProfile(name, settings, $"{element.Path}.{name}"));
            }
        }

        return profiles;
    }

    private static JsonObject ToProfile(string name, JsonObject settings, string path) =>
        new()
        {
            ["Name"] = name,
            ["IndexName"] = name,
            ["ProviderName"] = "Lucene",
            ["Type"] = "Content",
            ["Properties"] = new JsonObject
            {
                ["ContentIndexMetadata"] = new JsonObject
                {
                    ["IndexLatest"] = settings.FindIgnoringCase("IndexLatest")?.DeepClone() ?? false,
                    ["IndexedContentTypes"] = new JsonArray([
                        .. StepShape.ReadTexts(settings, "IndexedContentTypes", path).Select(type => JsonValue.Create(type)),
                    ]),
                    ["Culture"] = StepShape.FindText(settings, "Culture", path) ?? "any",
                },
                ["LuceneIndexMetadata"] = new JsonObject
                {
                    ["AnalyzerName"] = StepShape.FindText(settings, "AnalyzerName", path) ?? "standardanalyzer",
                    ["StoreSourceData"] = settings.FindIgnoringCase("StoreSourceData")?.DeepClone() ?? false,
                },
            },
        };
}
