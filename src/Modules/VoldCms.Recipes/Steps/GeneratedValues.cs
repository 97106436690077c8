using System.Text.Json.Nodes;

namespace VoldCms.Recipes.Steps;

/// <summary>
/// Values that a script makes up each time, such as <c>uuid()</c>: they are what two readings of a step do not agree on. A step that
/// is run again keeps those that it made the first time.
/// </summary>
internal static class GeneratedValues
{
    /// <summary>
    /// A copy of <paramref name="first"/>, what was generated in it taken from the same place in what is kept, where that has it.
    /// </summary>
    public static JsonNode? Settle(JsonNode? first, JsonNode? second, JsonNode? kept) =>
        (first, second) switch
        {
            (JsonObject given, JsonObject again) => new JsonObject(
                given.Select(member =>
                    KeyValuePair.Create(member.Key, Settle(member.Value, again[member.Key], (kept as JsonObject)?[member.Key]))
                )
            ),
            (JsonArray given, JsonArray again) => new JsonArray([
                .. given.Select((element, i) => Settle(element, again[i], kept is JsonArray list && i < list.Count ? list[i] : null)),
            ]),
            _ => (kept is JsonValue && !JsonNode.DeepEquals(first, second) ? kept : first)?.DeepClone(),
        };
}
