using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentApi.Rest;

/// <summary>
/// The header <c>If-Match</c> of a write: the versions that the edit started from. Our tags begin with the version. Immutable.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match"/>
internal sealed class IfMatch
{
    private const string ConflictCode = "content.version-conflict";

    public IfMatch(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return;
        }

        // What cannot be read names no version, nor does a weak tag: the comparison is a strong one.
        var tags = EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var read) ? read : [];
        Versions = tags.Any(tag => tag.Tag == "*")
            ? VersionCondition.Any
            : VersionCondition.OneOf(
                tags.Where(tag => !tag.IsWeak).Select(tag => new ContentItemVersionId(tag.Tag.ToString().Trim('"').Split('.')[0]))
            );
    }

    /// <summary>The versions that the edit started from; null when the writer has asked for nothing.</summary>
    public VersionCondition? Versions { get; }

    /// <summary>The answer to a write that failed on this condition; null when it failed on something else.</summary>
    public IResult? FindRefusal(Error error) =>
        (Versions, error) switch
        {
            (not null, Conflict { Code: ConflictCode }) => Refuse(error.Message),
            (not null, Conflict { Code: "content.not-stored" }) => Refuse("If-Match means a stored item, and this one would be new."),
            _ => null,
        };

    private static IResult Refuse(string message) =>
        TypedResults.Problem(message, statusCode: StatusCodes.Status412PreconditionFailed, type: $"urn:voldcms:{ConflictCode}");
}
