using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Json;

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

    /// <summary>
    /// The object or list at that key, <paramref name="added"/> where there is nothing; null when something else is there, which is left.
    /// </summary>
    public static T? FindOrAdd<T>(this JsonObject owner, string key, T added)
        where T : JsonNode
    {
        if (owner[key] is { } found)
        {
            return found as T;
        }

        owner[key] = added;
        return added;
    }

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
