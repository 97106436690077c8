using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement;

/// <summary>Small questions to JSON trees, and words for what stands there instead of what was expected.</summary>
public static class JsonShape
{
    /// <summary>The member of that name, ignoring case; the exact spelling wins.</summary>
    public static JsonNode? FindIgnoringCase(this JsonObject owner, string key)
    {
        if (owner.TryGetPropertyValue(key, out var exact))
        {
            return exact;
        }

        foreach (var (name, value) in owner)
        {
            if (string.Equals(name, key, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The text at that key; null when it is absent, null or no text.</summary>
    public static string? FindText(this JsonObject owner, string key) =>
        owner[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>What a node is, for people: <c>a number</c>, <c>a list</c>.</summary>
    public static string Describe(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            _ => "nothing known",
        };
}
