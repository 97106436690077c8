using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Recipes;

namespace VoldCms.Recipes.Steps;

/// <summary>Reads members of a step's body, and says in one line when they are of another shape.</summary>
internal static class StepShape
{
    /// <summary>The text under a key, ignoring case; null when it is absent or null.</summary>
    public static string? FindText(JsonObject owner, string key, string path)
    {
        var node = owner.FindIgnoringCase(key);
        return node is null ? null : LenientJson.Text(node) ?? throw Fault(path, key, node, "a text");
    }

    /// <summary>The text under a key, which must be there.</summary>
    public static string GetText(JsonObject owner, string key, string path) =>
        FindText(owner, key, path) is { Length: > 0 } text
            ? text
            : throw new RecipeFaultException(Below(path, key), "is missing; expected a text");

    /// <summary>The texts of a list under a key, ignoring case; none when it is absent or null.</summary>
    public static IReadOnlyList<string> ReadTexts(JsonObject owner, string key, string path)
    {
        var node = owner.FindIgnoringCase(key);
        if (node is null)
        {
            return [];
        }

        if (node is not JsonArray list)
        {
            throw Fault(path, key, node, "a list of texts");
        }

        return
        [
            .. list.Select(
                (element, index) =>
                    LenientJson.Text(element)
                    ?? throw new RecipeFaultException($"{Below(path, key)}[{index}]", $"is {JsonShape.Describe(element)}; expected a text")
            ),
        ];
    }

    /// <summary>The object under a key, exactly so spelt; null when it is absent or null.</summary>
    public static JsonObject? FindObject(JsonObject owner, string key, string path) =>
        owner[key] is not { } node ? null : node as JsonObject ?? throw Fault(path, key, node, "an object");

    /// <summary>Refuses a number that is neither a number nor a text that reads as one.</summary>
    public static void CheckNumber(JsonObject owner, string key)
    {
        if (
            owner[key] is { } node
            && node.GetValueKind() != JsonValueKind.Number
            && !(
                LenientJson.Text(node) is { } text
                && (text.Length == 0 || decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
            )
        )
        {
            throw Fault("", key, node, "a number");
        }
    }

    /// <summary>Refuses a flag that is neither true nor false nor a text that reads so.</summary>
    public static void CheckFlag(JsonObject owner, string key)
    {
        if (
            owner[key] is { } node
            && node.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)
            && !(LenientJson.Text(node) is { } text && (text.Length == 0 || bool.TryParse(text, out _)))
        )
        {
            throw Fault("", key, node, "true or false");
        }
    }

    public static RecipeFaultException Fault(string path, string key, JsonNode? node, string expected) =>
        new(Below(path, key), $"is {JsonShape.Describe(node)}; expected {expected}");

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
