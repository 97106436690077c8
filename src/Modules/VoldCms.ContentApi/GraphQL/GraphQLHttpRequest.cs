using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.ContentApi.Http;
using VoldCms.Hosting.Addresses;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>A request as it came: GET, or POST in one of the contract's forms (5.1).</summary>
/// <param name="Query">The document; null only when there is a hash for it.</param>
/// <param name="OperationName">Null when not given.</param>
/// <param name="Variables">An object; undefined when not given.</param>
/// <param name="QueryHash">What a client of automatic persisted queries names the document by; null when not given.</param>
internal sealed record GraphQLHttpRequest(string? Query, string? OperationName, JsonElement Variables, string? QueryHash)
{
    /// <summary>The variables as they were sent; null when not given.</summary>
    public string? VariablesText => Variables.ValueKind == JsonValueKind.Undefined ? null : Variables.GetRawText();

    /// <summary>Reads the request.</summary>
    /// <exception cref="RequestFaultException">It is none, or too large.</exception>
    public static async ValueTask<GraphQLHttpRequest> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.QueryString.Value?.Length > maxBytes)
        {
            throw new RequestFaultException(
                StatusCodes.Status414UriTooLong,
                "request.address-too-long",
                $"The address may be {maxBytes} characters long at most."
            );
        }

        if (request.IsReading())
        {
            return ReadAddress(request);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType))
        {
            throw new RequestFaultException(
                StatusCodes.Status415UnsupportedMediaType,
                "request.media-type",
                "Say what the body is: Content-Type: application/json."
            );
        }

        if (contentType.Charset.HasValue && !contentType.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestFaultException(StatusCodes.Status415UnsupportedMediaType, "request.media-type", "The body must be UTF-8.");
        }

        if (contentType.MediaType.Equals(Negotiation.Json, StringComparison.OrdinalIgnoreCase))
        {
            return ReadJson(await RequestBody.ReadAsync(request, maxBytes, cancellationToken));
        }

        if (contentType.MediaType.Equals("application/graphql", StringComparison.OrdinalIgnoreCase))
        {
            return new(Text(await RequestBody.ReadAsync(request, maxBytes, cancellationToken)), null, default, null);
        }

        return request.Query.ContainsKey("query")
            ? ReadAddress(request)
            : throw new RequestFaultException(
                StatusCodes.Status415UnsupportedMediaType,
                "request.media-type",
                "A body is application/json or application/graphql."
            );
    }

    private static GraphQLHttpRequest ReadAddress(HttpRequest request)
    {
        var hash = FindHash(ObjectOrNone("extensions"));
        return Checked(new(One("query"), One("operationName"), ObjectOrNone("variables"), hash));

        // What is empty is as if it were not there: a form and a URL template send every parameter.
        string? One(string name) => request.Query[name] is [.., { Length: > 0 } last] ? last : null;

        JsonElement ObjectOrNone(string name) => One(name) is { } json ? ParseObject(json, name) : default;
    }

    private static GraphQLHttpRequest ReadJson(byte[] body)
    {
        var root = Parse(body, "The body");
        if (root.ValueKind == JsonValueKind.Array)
        {
            throw Malformed("Several requests in one are not taken; send them one by one.");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Malformed("The body is a JSON object with the key \"query\".");
        }

        var hash = FindHash(ObjectOrNull("extensions"));
        var variables = ObjectOrNull("variables");
        if (TextOrNull("namedQuery") is { } named)
        {
            throw Malformed($"There is no named query \"{named}\".");
        }

        return Checked(new(TextOrNull("query"), TextOrNull("operationName") is { Length: > 0 } name ? name : null, variables, hash));

        string? TextOrNull(string name)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Malformed($"\"{name}\" must be a text.");
        }

        JsonElement ObjectOrNull(string name)
        {
            if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                return default;
            }

            return value.ValueKind == JsonValueKind.Object ? value : throw Malformed($"\"{name}\" must be an object.");
        }
    }

    private static GraphQLHttpRequest Checked(GraphQLHttpRequest request) =>
        request.Query is null && request.QueryHash is null ? throw Malformed("The query is missing.") : request;

    private static string? FindHash(JsonElement extensions)
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
            : throw Malformed("\"persistedQuery\" has version 1 and a sha256Hash of 64 digits.");
    }

    private static JsonElement ParseObject(string json, string name) =>
        Parse(Encoding.UTF8.GetBytes(json), $"\"{name}\"") is { ValueKind: JsonValueKind.Object or JsonValueKind.Null } value
            ? value.ValueKind == JsonValueKind.Null
                ? default
                : value
            : throw Malformed($"\"{name}\" must be an object.");

    private static JsonElement Parse(byte[] json, string what) =>
        StrictJson.TryParse(json, out var value, out var fault) ? value : throw Malformed($"{what} {fault}");

    private static string Text(byte[] body) =>
        Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : throw Malformed("The body is not UTF-8.");

    private static RequestFaultException Malformed(string message) => new(StatusCodes.Status400BadRequest, "request.malformed", message);
}
