using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Rest;

/// <summary>Answers as JSON, written within the bound that holds for GraphQL too.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = ContentEndpoint.Json.Encoder };

    /// <exception cref="ResponseTooLargeException">It is more than an answer may be.</exception>
    public static byte[] Of(JsonNode json, ContentApiOptions options)
    {
        using var output = new ResponseBuffer(options.MaxResponseBytes);
        Write(json, output);
        return output.ToArray();
    }

    /// <exception cref="ResponseTooLargeException">It is more than the buffer takes.</exception>
    public static void Write(JsonNode json, ResponseBuffer output)
    {
        using var writer = new Utf8JsonWriter(output, s_options);
        json.WriteTo(writer, ContentEndpoint.Json);
    }
}
