using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using VoldCms.ContentApi.Lists;

namespace VoldCms.ContentApi.Rest;

/// <summary>The way from one page of a list to the next.</summary>
internal static class PageAddress
{
    /// <summary>
    /// The address of the page after that one, said in the header <c>Link</c> too; null when there is none, or when pages of nothing
    /// would never end.
    /// </summary>
    public static string? Next(HttpRequest request, Paging page, bool hasMore)
    {
        if (!hasMore || page.First == 0)
        {
            return null;
        }

        var parameters = new QueryBuilder(request.Query.Where(parameter => parameter.Key != "skip"))
        {
            { "skip", (page.Skip + page.First).ToString(CultureInfo.InvariantCulture) },
        };
        var next = $"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{parameters.ToQueryString()}";
        request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return next;
    }
}
