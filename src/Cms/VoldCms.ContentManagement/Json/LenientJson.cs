using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Json;

/// <summary>
/// Reads JSON leniently, as what is stored is read: what is absent or of another shape is null, never an exception. What comes in is
/// judged before it is stored; what has been stored otherwise must not keep the rest from being read.
/// </summary>
public static class LenientJson
{
    /// <summary>The text; null for anything else, and for what holds half a character.</summary>
    public static string? Text(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says of half a surrogate pair, once the text is read.
            return null;
        }
    }

    /// <summary>The texts of an array, null for each element that is none; null for anything but an array.</summary>
    public static string?[]? Texts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text)] : null;

    /// <summary>The texts of an array without what in it is none; none for anything but an array.</summary>
    public static IReadOnlyList<string> OnlyTexts(JsonNode? node) => node is JsonArray list ? [.. list.Select(Text).OfType<string>()] : [];

    /// <summary>True or false; null for anything else, texts that say so among it.</summary>
    public static bool? Boolean(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    /// <summary>The number; null for anything else, texts of digits among it, and for what <see cref="decimal"/> cannot hold.</summary>
    public static decimal? Number(JsonNode? node) =>
        node is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && (
            value.TryGetValue<JsonElement>(out var element)
                ? ExactDecimal.TryRead(JsonMarshal.GetRawUtf8Value(element), out var number)
                : ExactDecimal.TryRead(value.ToJsonString(), out number)
        )
            ? number
            : null;

    /// <summary>The day of a stored midnight.</summary>
    public static string? Date(JsonNode? node) => Text(node) is { Length: >= 10 } text ? text[..10] : null;

    /// <summary>The text at that key; null when it is absent, null or no text.</summary>
    public static string? FindText(this JsonObject owner, string key) => Text(owner[key]);

    /// <summary>The texts in the list at that key; none when there is no list, and without what in it is no text.</summary>
    public static IReadOnlyList<string> FindTexts(this JsonObject? owner, string key) => OnlyTexts(owner?[key]);
}
