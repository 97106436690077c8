using System.Text.Json;
using System.Text.Json.Nodes;

namespace VoldCms.ContentManagement.Json;

/// <summary>
/// Builds JSON nodes that many may read at once. <see cref="JsonNode.Parse(ReadOnlySpan{byte}, JsonNodeOptions?, JsonDocumentOptions)"/>
/// makes its nodes while they are read, and texts anew at each reading; here all of it is there from the beginning.
/// </summary>
public static class JsonTree
{
    /// <param name="utf8">A JSON object.</param>
    /// <exception cref="JsonException">It is none, or lies deeper than 64 levels.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            ? ReadObject(ref reader)
            : throw new JsonException("Expected a JSON object.");
    }

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var json = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = WholeText.Read(in reader);
            reader.Read();
            // Of a key that is there twice, the last counts.
            json[name] = ReadNode(ref reader);
        }

        return json;
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        var json = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            json.Add(ReadNode(ref reader));
        }

        return json;
    }

    private static JsonNode? ReadNode(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader),
            JsonTokenType.StartArray => ReadArray(ref reader),
            JsonTokenType.String => JsonValue.Create(WholeText.Read(in reader)),
            JsonTokenType.True or JsonTokenType.False => JsonValue.Create(reader.GetBoolean()),
            // As it is written: a number of JSON is none of .NET's.
            JsonTokenType.Number => JsonValue.Create(JsonElement.ParseValue(ref reader)),
            _ => null,
        };
}
