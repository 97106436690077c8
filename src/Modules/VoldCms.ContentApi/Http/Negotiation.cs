using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace VoldCms.ContentApi.Http;

/// <summary>What form of an answer a client takes.</summary>
internal static class Negotiation
{
    public const string Json = "application/json";

    /// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types"/>
    public const string GraphQLResponse = "application/graphql-response+json";

    /// <summary>
    /// The media type: the newer one where it is asked for by name and not liked less than JSON; JSON for clients that take anything, and
    /// for those that take neither, which the specification allows.
    /// </summary>
    public static string MediaType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return Json;
        }

        return Quality(GraphQLResponse, accepted) is > 0 and var newer && newer >= Quality(Json, accepted) ? GraphQLResponse : Json;
    }

    /// <summary>
    /// The status of an answer in that form: who asks for the newer one is told by the status that nothing was run; JSON has 200 for both.
    /// </summary>
    public static int StatusOf(string mediaType, bool wasExecuted) =>
        wasExecuted || mediaType == Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static double Quality(string mediaType, IList<MediaTypeHeaderValue> accepted) =>
        accepted
            .Where(each => each.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
            .Select(each => each.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
}
