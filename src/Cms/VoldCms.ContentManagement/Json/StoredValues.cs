using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Json;

/// <summary>Reads stored JSON leniently: what is of another shape is null, never an exception.</summary>
public static class StoredValues
{
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static string?[]? Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text)] : null;

    /// <summary>The texts of a list that are there; none when there is no list.</summary>
    public static IReadOnlyList<string> Ids(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : [];

    public static bool? Boolean(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static decimal? Number(JsonNode? node) =>
        node is not JsonValue value ? null
        : value.GetValueKind() == JsonValueKind.Number && ExactDecimal.TryRead(value.ToJsonString(), out var number) ? number
        : null;

    /// <summary>The day of a stored midnight.</summary>
    public static string? Date(JsonNode? node) => Text(node) is { Length: >= 10 } text ? text[..10] : null;
}
