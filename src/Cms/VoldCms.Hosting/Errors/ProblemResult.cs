using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VoldCms.Hosting.Errors;

/// <summary>
/// What a program is told that cannot get what it wants: a problem (RFC 9457) whose type is the code, or where it asks for a GraphQL
/// response the same as one.
/// </summary>
/// <param name="status">400 to 599.</param>
/// <param name="code">Stable; programs may switch on it.</param>
/// <param name="message">One line for people.</param>
public sealed class ProblemResult(int status, string code, string message) : IResult
{
    private const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>The problem of a status that nobody has said more about.</summary>
    /// <param name="status">400 to 599.</param>
    /// <param name="message">One line for people; null for what the status alone says.</param>
    public static ProblemResult Of(int status, string? message = null) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => new(status, "http.unauthorized", message ?? "Say who asks."),
            StatusCodes.Status403Forbidden => new(status, "http.forbidden", message ?? "This is not for whoever asks."),
            StatusCodes.Status404NotFound => new(status, "http.not-found", message ?? "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => new(
                status,
                "http.method-not-allowed",
                message ?? "The address takes the methods that the header Allow names."
            ),
            StatusCodes.Status408RequestTimeout => new(status, "http.timeout", message ?? "The request took too long to arrive."),
            StatusCodes.Status413PayloadTooLarge => new(status, "http.too-large", message ?? "The body is too large."),
            StatusCodes.Status415UnsupportedMediaType => new(
                status,
                "http.media-type",
                message ?? "The body is of a kind that is not taken here."
            ),
            StatusCodes.Status429TooManyRequests => new(
                status,
                "http.too-many-requests",
                message ?? "Too many requests; wait as long as Retry-After says."
            ),
            StatusCodes.Status503ServiceUnavailable => new(
                status,
                "http.unavailable",
                message ?? "The site cannot answer just now; ask again when Retry-After has passed."
            ),
            >= 500 => new(status, "http.failed", message ?? "Something went wrong with us; it has been written down."),
            _ => new(status, "http.bad-request", message ?? "The request cannot be read."),
        };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!httpContext.Request.Headers.Accept.ToString().Contains(GraphQLResponse, StringComparison.OrdinalIgnoreCase))
        {
            await TypedResults.Problem(message, statusCode: status, type: $"urn:voldcms:{code}").ExecuteAsync(httpContext);
            return;
        }

        var answer = new JsonObject
        {
            ["errors"] = new JsonArray(
                new JsonObject
                {
                    ["message"] = message,
                    ["extensions"] = new JsonObject { ["code"] = code },
                }
            ),
        };
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = $"{GraphQLResponse}; charset=utf-8";
        await httpContext.Response.WriteAsync(answer.ToJsonString(), httpContext.RequestAborted);
    }
}
