using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.ContentManagement.Permissions;
using VoldCms.Hosting.Addresses;
using VoldCms.Hosting.Compression;

namespace VoldCms.ContentApi.Http;

/// <summary>Writes answers with what HTTP asks beside the body.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext context, Answer answer, string contentType, bool isAnonymous)
    {
        var response = context.Response;
        var encoding = AcceptedEncodings.FindFirst(context.Request, "br", "gzip");
        var (body, etag) = answer.In(encoding);
        response.Headers.Vary = "Accept, Accept-Encoding, Authorization, Cookie";
        if (isAnonymous)
        {
            response.Headers.AccessControlAllowOrigin = "*";
        }

        if (answer.Status == StatusCodes.Status200OK && context.Request.IsReading())
        {
            // Kept by whoever likes, and asked about each time: nothing is stale after a publish.
            response.Headers.CacheControl = isAnonymous ? "public, no-cache" : "private, no-cache";
            response.Headers.ETag = etag;
            if (Matches(context.Request, etag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }
        else
        {
            response.Headers.CacheControl = "no-store";
        }

        await BoundedExecution.EndAsync(context, body.Length);
        response.StatusCode = answer.Status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Writes an answer whose body is JSON.</summary>
    public static Task WriteJsonAsync(HttpContext context, Answer answer, Principal principal) =>
        WriteAsync(context, answer, $"{Negotiation.Json}; charset=utf-8", principal.Kind == PrincipalKind.Anonymous);

    /// <summary>Answers a browser that asks whether it may ask: anonymous reads may come from anywhere, without credentials.</summary>
    public static Task WritePreflightAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Allow = "GET, HEAD, POST, OPTIONS";
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, HEAD, POST";
        headers.AccessControlAllowHeaders = "Content-Type";
        headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool Matches(HttpRequest request, string etag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(each => each.Tag == "*" || each.Tag == etag);
}
