using System.Collections.Immutable;

namespace VoldCms.Hosting.Caching;

/// <summary>What the page of this request says of its own bytes. Nothing is kept of a page that says nothing. Scoped.</summary>
public sealed class PageCachePolicy
{
    /// <summary>The query parameters that change the page: questions with others, and with other values, find the same.</summary>
    public ImmutableArray<QueryParameter> QueryParameters { get; private set; } = [];

    /// <summary>The first moment at which the page would say something else, as far as any part of it has said.</summary>
    public DateTimeOffset? ValidUntil { get; private set; }

    internal bool MayBeKept { get; private set; }

    /// <summary>The page is the same for every visitor who may see as much.</summary>
    /// <param name="queryParameters">See <see cref="QueryParameters"/>.</param>
    public void Allow(ImmutableArray<QueryParameter> queryParameters)
    {
        MayBeKept = true;
        QueryParameters = queryParameters;
    }

    /// <summary>A part of the page hangs on the clock.</summary>
    public void LimitTo(DateTimeOffset moment)
    {
        if (ValidUntil is not { } known || moment < known)
        {
            ValidUntil = moment;
        }
    }
}
