using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Json;

/// <summary>Reads stored JSON leniently: what is of another shape is null, never an exception.</summary>
public static class StoredValues
{
    /// <summary>The text; null for anything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The texts of an array, null for each element that is none; null for anything but an array.</summary>
    public static string?[]? Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text)] : null;

    /// <summary>The texts of a list that are there; none when there is no list.</summary>
    public static IReadOnlyList<string> Ids(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : [];

    /// <summary>True or false; null for anything else.</summary>
    public static bool? Boolean(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>The number; null for anything else and for what <see cref="decimal"/> cannot hold.</summary>
    public static decimal? Number(JsonNode? node) =>
        node is not JsonValue value ? null
        : value.GetValueKind() == JsonValueKind.Number && ExactDecimal.TryRead(value.ToJsonString(), out var number) ? number
        : null;

    /// <summary>The day of a stored midnight.</summary>
    public static string? Date(JsonNode? node) => Text(node) is { Length: >= 10 } text ? text[..10] : null;
}
