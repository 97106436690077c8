using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Settings;
using VoldCms.Plans;

namespace VoldCms.IntegrationTests.Web;

/// <summary>Just enough of a recipe's reading to fill the in-memory stores.</summary>
internal static class RecipeFiles
{
    private static readonly JsonDocumentOptions s_lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The published items of a recipe beside the program.</summary>
    public static IReadOnlyList<ContentItem> ItemsOf(string recipe) =>
        [
            .. StepsOf(File.ReadAllText(Beside(recipe)), "content")
                .SelectMany(step => step["data"]!.AsArray())
                .Select(item => ContentItemJson.Read((JsonObject)item!).Value),
        ];

    /// <summary>The texts of every field of that name in a recipe's items, contained ones too.</summary>
    public static IEnumerable<string> TextsOf(string recipe, string field)
    {
        return StepsOf(File.ReadAllText(Beside(recipe)), "content").SelectMany(Find);

        IEnumerable<string> Find(JsonNode? node) =>
            node switch
            {
                JsonObject owner => owner.SelectMany(member =>
                    member.Key == field && member.Value?["Text"] is { } text ? [text.GetValue<string>()] : Find(member.Value)
                ),
                JsonArray list => list.SelectMany(Find),
                _ => [],
            };
    }

    /// <summary>What the recipes make of a tenant's documents.</summary>
    public static IReadOnlyDictionary<string, string> Documents(string settingsRecipe)
    {
        var plans = typeof(PlansModule).Assembly.GetManifestResourceStream("VoldCms.Plans.Recipes.plans-definitions.recipe.json")!;
        var definitions = StepsOf(File.ReadAllText(Beside("felles.recipe.json")), "ContentDefinition")
            .Concat(StepsOf(new StreamReader(plans).ReadToEnd(), "ContentDefinition"))
            .ToList();
        var settings = StepsOf(File.ReadAllText(Beside(settingsRecipe)), "settings").Single();
        settings.Remove("name");
        foreach (
            var (name, item) in StepsOf(File.ReadAllText(Beside(settingsRecipe)), "custom-settings")
                .SelectMany(step => step)
                .Where(pair => pair.Value is JsonObject)
        )
        {
            settings[name] = item!.DeepClone();
        }

        // As after "tenant approve": the demonstration municipalities' recipes leave them on trial.
        settings["SiteApproval"] = new JsonObject();

        return new Dictionary<string, string>
        {
            [ContentDefinitionDocument.Name] = new JsonObject
            {
                ["ContentTypes"] = Merge(definitions, "ContentTypes"),
                ["ContentParts"] = Merge(definitions, "ContentParts"),
            }.ToJsonString(),
            [SiteSettings.DocumentName] = settings.ToJsonString(),
        };
    }

    private static JsonArray Merge(IEnumerable<JsonObject> steps, string key) =>
        new([.. steps.SelectMany(step => step[key]?.AsArray() ?? []).Select(node => node!.DeepClone())]);

    private static IEnumerable<JsonObject> StepsOf(string recipe, string name) =>
        JsonNode.Parse(recipe, documentOptions: s_lenient)!["steps"]!
            .AsArray()
            .OfType<JsonObject>()
            .Where(step => string.Equals((string?)step["name"], name, StringComparison.OrdinalIgnoreCase));

    private static string Beside(string recipe) => Path.Combine(AppContext.BaseDirectory, "recipes", recipe);
}
