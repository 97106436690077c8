using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// <c>Translations</c>: the tenant's own words for texts, by culture, context and key. Both shapes are read: the list that
/// Orchard Core's code reads, and the object by culture that its documentation shows.
/// </summary>
internal sealed class TranslationsStep : IRecipeStep
{
    private static readonly string[] s_members = ["culture", "context", "key", "value"];

    public string Name => "Translations";

    public void Check(RecipeStepCheck check) => Read(check.Body);

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var given = Read(context.Body);
        var isChanged = await KeptStep.KeepAsync(context, Name, kept => Merge(kept, given), cancellationToken);
        context.Body.Warn("", "translations are kept; nothing here shows them yet");
        context.Report.Add(isChanged ? RecipeOutcome.Updated : RecipeOutcome.Same, "", $"{given.Count} translations");
    }

    private static List<JsonObject> Read(RecipeBody source)
    {
        var body = source.Read();
        return body.FindIgnoringCase("translations") switch
        {
            null => [],
            JsonArray list => [.. list.Select(ReadOne)],
            JsonObject byCulture => [.. byCulture.SelectMany(culture => ReadCulture(culture.Key, culture.Value))],
            var other => throw StepShape.Fault("", "translations", other, "a list of { culture, context, key, value }"),
        };
    }

    private static JsonObject ReadOne(JsonNode? element, int index)
    {
        var path = $"translations[{index}]";
        var given =
            element as JsonObject
            ?? throw new RecipeFaultException(
                path,
                $"is {JsonShape.Describe(element)}; expected an object {{ culture, context, key, value }}"
            );
        StepShape.GetText(given, "culture", path);
        StepShape.GetText(given, "key", path);
        return new JsonObject(
            s_members.Select(member => KeyValuePair.Create(member, (JsonNode?)(StepShape.FindText(given, member, path) ?? "")))
        );
    }

    private static IEnumerable<JsonObject> ReadCulture(string culture, JsonNode? texts)
    {
        var path = $"Translations.{culture}";
        var given =
            texts as JsonObject
            ?? throw new RecipeFaultException(path, $"is {JsonShape.Describe(texts)}; expected an object of keys and texts");
        return given.Select(text => new JsonObject
        {
            ["culture"] = culture,
            ["context"] = "",
            ["key"] = text.Key,
            ["value"] = StepShape.FindText(given, text.Key, path) ?? "",
        });
    }

    private static void Merge(JsonObject kept, List<JsonObject> given)
    {
        var list = kept["translations"] as JsonArray ?? [];
        var merged = new List<(string Id, JsonObject Text)>(list.OfType<JsonObject>().Select(text => (IdOf(text), text)));
        var places = merged
            .Select((text, index) => (text.Id, index))
            .ToDictionary(text => text.Id, text => text.index, StringComparer.Ordinal);
        foreach (var text in given)
        {
            var id = IdOf(text);
            if (places.TryGetValue(id, out var place))
            {
                merged[place] = (id, text);
            }
            else
            {
                places[id] = merged.Count;
                merged.Add((id, text));
            }
        }

        kept["translations"] = new JsonArray([.. merged.Select(text => text.Text.DeepClone())]);
    }

    private static string IdOf(JsonObject text) => $"{text["culture"]}\u0001{text["context"]}\u0001{text["key"]}";
}
