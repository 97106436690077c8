using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using VoldCms.GraphQL.Errors;

namespace VoldCms.ContentApi.Http;

/// <summary>An answer that is errors alone: nothing was run, so there is no <c>data</c>.</summary>
internal static class ErrorBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(ImmutableArray<GraphQLError> errors)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, s_options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("errors");
            foreach (var error in errors)
            {
                Write(writer, error);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (!error.Locations.IsEmpty)
        {
            writer.WriteStartArray("locations");
            foreach (var place in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", place.Line);
                writer.WriteNumber("column", place.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if ((error.Extensions?.GetValueOrDefault("code") as string ?? error.Rule) is { } code)
        {
            writer.WriteStartObject("extensions");
            writer.WriteString("code", code);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
