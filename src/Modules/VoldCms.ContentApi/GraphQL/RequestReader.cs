using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.ContentApi.Http;
using VoldCms.Hosting.Addresses;

namespace VoldCms.ContentApi.GraphQL;

/// <summary>Takes a request apart, once: by its method and media type in one of the contract's forms (5.1).</summary>
internal static class RequestReader
{
    /// <param name="request">GET, HEAD or POST.</param>
    /// <param name="maxBytes">Of the body, and of the address.</param>
    /// <param name="cancellationToken">The client has left.</param>
    /// <exception cref="RequestFaultException">It is no request of GraphQL, or too large.</exception>
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

        var asked = request.IsReading()
            ? AddressForm.Read(request.Query) with
            {
                Form = RequestForm.Get,
            }
            : await ReadPostAsync(request, maxBytes, cancellationToken);
        return asked is { Query: null, QueryHash: null } ? throw RequestFaultException.Malformed("The query is missing.") : asked;
    }

    private static async ValueTask<GraphQLHttpRequest> ReadPostAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType))
        {
            throw NotTaken("Say what the body is: Content-Type: application/json.");
        }

        if (contentType.Charset.HasValue && !contentType.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw NotTaken("The body must be UTF-8.");
        }

        if (contentType.MediaType.Equals(Negotiation.Json, StringComparison.OrdinalIgnoreCase))
        {
            return JsonForm.Read(await RequestBody.ReadAsync(request, maxBytes, cancellationToken)) with { Form = RequestForm.Json };
        }

        var asked =
            contentType.MediaType.Equals("application/graphql", StringComparison.OrdinalIgnoreCase)
                ? new(Text(await RequestBody.ReadAsync(request, maxBytes, cancellationToken)), null, default, null)
            : request.Query.ContainsKey("query") ? AddressForm.Read(request.Query)
            : throw NotTaken("A body is application/json or application/graphql.");
        return asked with { Form = RequestForm.Other };
    }

    private static string Text(byte[] body) =>
        Utf8.IsValid(body) ? Encoding.UTF8.GetString(body) : throw RequestFaultException.Malformed("The body is not UTF-8.");

    private static RequestFaultException NotTaken(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, "request.media-type", message);
}
