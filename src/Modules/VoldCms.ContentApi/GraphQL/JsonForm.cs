using System.Text.Json;
using VoldCms.ContentApi.Http;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>A request whose parts are members of a JSON object, its body.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-JSON-Encoding"/>
internal static class JsonForm
{
    /// <exception cref="RequestFaultException">The body is no such object.</exception>
    public static GraphQLHttpRequest Read(byte[] body)
    {
        if (!StrictJson.TryParse(body, out var root, out var fault))
        {
            throw RequestFaultException.Malformed($"The body {fault}");
        }

        if (root.ValueKind == JsonValueKind.Array)
        {
            throw RequestFaultException.Malformed("Several requests in one are not taken; send them one by one.");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw RequestFaultException.Malformed("The body is a JSON object with the key \"query\".");
        }

        var hash = PersistedQueryExtension.FindHash(ObjectOrNone(root, "extensions"));
        var variables = ObjectOrNone(root, "variables");
        if (TextOrNull(root, "namedQuery") is { } named)
        {
            throw RequestFaultException.Malformed($"There is no named query \"{named}\".");
        }

        return new(TextOrNull(root, "query"), TextOrNull(root, "operationName") is { Length: > 0 } name ? name : null, variables, hash);
    }

    private static string? TextOrNull(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw RequestFaultException.Malformed($"\"{name}\" must be a text.");
    }

    private static JsonElement ObjectOrNone(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        return value.ValueKind == JsonValueKind.Object ? value : throw RequestFaultException.Malformed($"\"{name}\" must be an object.");
    }
}
