using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
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

    private readonly bool _isAny;
    private readonly IReadOnlyList<ContentItemVersionId> _versions;

    public IfMatch(HttpRequest request)
    {
        IsGiven = request.Headers.IfMatch.Count > 0;
        // What cannot be read names no version, nor does a weak tag: the comparison is a strong one.
        var tags = EntityTagHeaderValue.TryParseStrictList(request.Headers.IfMatch, out var read) ? read : [];
        _isAny = tags.Any(tag => tag.Tag == "*");
        _versions = [.. tags.Where(tag => !tag.IsWeak).Select(tag => new ContentItemVersionId(tag.Tag.ToString().Trim('"').Split('.')[0]))];
    }

    /// <summary>Whether the writer has asked for anything.</summary>
    public bool IsGiven { get; }

    /// <summary>The version that the change is to be based on: null for whatever is newest.</summary>
    /// <param name="newest">As it is stored. Whether the writer may know of it is for the action to say.</param>
    public ContentItemVersionId? Choose(ContentItemVersionId newest) =>
        !IsGiven ? null
        : _isAny || _versions.Contains(newest) ? newest
        : _versions.FirstOrDefault(new ContentItemVersionId(""));

    /// <summary>That there is no item that the header could mean.</summary>
    public static Conflict NotStored { get; } = new(ConflictCode, "If-Match means a stored item, and this one would be new.");

    /// <summary>The answer to a write that failed on this condition; null when it failed on something else.</summary>
    public IResult? FindRefusal(Error error) =>
        IsGiven && error is Conflict { Code: ConflictCode }
            ? TypedResults.Problem(error.Message, statusCode: StatusCodes.Status412PreconditionFailed, type: $"urn:voldcms:{ConflictCode}")
            : null;
}
