using System.Text.Json;
using VoldCms.ContentApi.Http;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>The extension by which clients of automatic persisted queries name a document.</summary>
/// <seealso href="https://www.apollographql.com/docs/apollo-server/performance/apq"/>
internal static class PersistedQueryExtension
{
    /// <summary>The SHA-256 of a document, hexadecimal in small letters; null when the extension is not there.</summary>
    /// <param name="extensions">An object, or undefined.</param>
    /// <exception cref="RequestFaultException">It is there, and says something else.</exception>
    public static string? FindHash(JsonElement extensions)
    {
        if (
            extensions.ValueKind != JsonValueKind.Object
            || !extensions.TryGetProperty("persistedQuery", out var persisted)
            || persisted.ValueKind == JsonValueKind.Null
        )
        {
            return null;
        }

        return
            persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == 1
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
            && hash.GetString() is { Length: 64 } text
            ? text.ToLowerInvariant()
            : throw RequestFaultException.Malformed("\"persistedQuery\" has version 1 and a sha256Hash of 64 digits.");
    }
}
