using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// A step of Orchard Core whose content nothing here uses yet: it is kept among the tenant's documents, merged as Orchard Core
/// merges it, so that an export carries it on; and the recipe's author is told.
/// </summary>
internal sealed class KeptStep(KeptStep.Shape shape) : IRecipeStep
{
    /// <summary>How a step's body is laid out.</summary>
    /// <param name="Name">The step.</param>
    /// <param name="Key">The member that holds everything; null when the whole body does.</param>
    /// <param name="Ids">Null when <paramref name="Key"/> is an object by name; else the members that tell elements of the list apart, the
    /// first that is there counts.</param>
    public sealed record Shape(string Name, string? Key, params string[]? Ids);

    /// <summary>All steps that are kept.</summary>
    public static IReadOnlyList<Shape> Shapes { get; } =
    [
        new("themes", null, null),
        new("queries", "Queries", "Name"),
        new("UrlRewriting", "Rules", "Id", "Name"),
        new("Templates", "Templates", null),
        new("AdminTemplates", "AdminTemplates", null),
        new("ShortcodeTemplates", "ShortcodeTemplates", null),
        new("Placements", "Placements", null),
        new("MediaProfiles", "MediaProfiles", null),
        new("FeatureProfiles", "FeatureProfiles", null),
        new("AdminMenu", "data", "Id", "Name"),
        new("layers", "Layers", "Name"),
        new("WorkflowType", "data", "WorkflowTypeId"),
        new("Sitemaps", "data", "SitemapId"),
        new("deployment", "Plans", "Name"),
        new("custom-user-settings", null, null),
        new("OpenIdServerSettings", null, null),
        new("OpenIdValidationSettings", null, null),
        new("OpenIdClientSettings", null, null),
        new("OpenIdApplication", null, null),
        new("OpenIdScope", null, null),
        new("ElasticIndexSettings", "Indices", []),
        new("DynamicDataTranslations", "Translations", "Name"),
    ];

    public string Name => shape.Name;

    /// <summary>The tenant's document that a step is kept in, in the step's own shape.</summary>
    public static string DocumentName(string step) => $"Step.{step}";

    public void Check(RecipeStepCheck check) => Read(check.Body.Read());

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var given = Read(context.Body.Read());
        var again = Read(context.Body.ReadAgain());
        var isChanged = await KeepAsync(context, shape.Name, kept => Merge(kept, given, again), cancellationToken);
        context.Body.Warn("", $"nothing here uses the step '{shape.Name}' yet; it is kept");
        context.Report.Add(isChanged ? RecipeOutcome.Updated : RecipeOutcome.Same, "", shape.Name);
    }

    /// <summary>Changes a kept document; returns whether it became another.</summary>
    public static async Task<bool> KeepAsync(
        RecipeStepContext context,
        string step,
        Action<JsonObject> change,
        CancellationToken cancellationToken
    )
    {
        var name = DocumentName(step);
        var before = await context.Work.Documents.FindAsync(name, cancellationToken);
        var document = before is null ? [] : (JsonObject)JsonNode.Parse(before)!;
        change(document);
        var after = document.ToJsonString();
        if (after == before)
        {
            return false;
        }

        await context.Work.Documents.SetAsync(name, after, cancellationToken);
        return true;
    }

    /// <summary>
    /// Lays the elements of a list over those kept: one with the same id is replaced, any other appended. A generated id tells nothing
    /// apart.
    /// </summary>
    /// <param name="again">Another reading of <paramref name="given"/>, or itself where nothing can have been generated.</param>
    public static void MergeList(JsonObject kept, string key, JsonArray given, JsonArray again, IReadOnlyList<string> ids)
    {
        if (kept[key] is not JsonArray list)
        {
            kept[key] = list = [];
        }

        foreach (var (element, second) in given.Zip(again))
        {
            var id = ids.FirstOrDefault(id => IdOf(element, id) is { } first && first == IdOf(second, id));
            var same =
                list.FirstOrDefault(known => JsonNode.DeepEquals(known, GeneratedValues.Settle(element, second, known)))
                ?? list.FirstOrDefault(known =>
                    id is not null && IdOf(element, id)!.Equals(IdOf(known, id), StringComparison.OrdinalIgnoreCase)
                );
            var settled = GeneratedValues.Settle(element, second, same);
            if (same is null)
            {
                list.Add(settled);
            }
            else
            {
                same.ReplaceWith(settled);
            }
        }
    }

    private static string? IdOf(JsonNode? element, string id) =>
        (element as JsonObject)?.FindIgnoringCase(id)?.ToString() is { Length: > 0 } text ? text : null;

    private void Merge(JsonObject kept, JsonObject given, JsonObject again)
    {
        switch (shape)
        {
            case { Key: null }:
                Overlay(kept, given, again);
                break;
            case { Ids: null }:
                if (kept[shape.Key] is not JsonObject map)
                {
                    kept[shape.Key] = map = [];
                }

                Overlay(map, (JsonObject)given[shape.Key]!, (JsonObject)again[shape.Key]!);
                break;
            default:
                MergeList(kept, shape.Key, (JsonArray)given[shape.Key]!, (JsonArray)again[shape.Key]!, shape.Ids);
                break;
        }
    }

    private static void Overlay(JsonObject kept, JsonObject given, JsonObject again)
    {
        foreach (var (name, value) in given)
        {
            kept[name] = GeneratedValues.Settle(value, again[name], kept[name]);
        }
    }

    /// <summary>The body without its name, what it keeps under the key as the contract spells it.</summary>
    private JsonObject Read(JsonObject body)
    {
        body.Remove("name");
        if (shape.Key is null)
        {
            return body;
        }

        // Wrapper keys of named things are exact on Orchard Core, those of lists are not.
        var content = shape.Ids is null ? body[shape.Key] : body.FindIgnoringCase(shape.Key);
        return new JsonObject
        {
            [shape.Key] = (content, shape.Ids) switch
            {
                (null, null) => new JsonObject(),
                (null, _) => new JsonArray(),
                (JsonObject map, null) => map.DeepClone(),
                (JsonArray list, not null) when list.All(element => element is JsonObject) => list.DeepClone(),
                (JsonArray list, not null) => throw new RecipeFaultException(
                    $"{shape.Key}[{list.ToList().FindIndex(element => element is not JsonObject)}]",
                    "is no object; expected an object"
                ),
                _ => throw StepShape.Fault("", shape.Key, content, shape.Ids is null ? "an object" : "a list of objects"),
            },
        };
    }
}
