using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// What a principal may know to be there, for queries that compare or count ids: any other id is as if it were not there. Immutable.
/// </summary>
/// <param name="Published">The types of which she may see public items.</param>
/// <param name="Latest">Those of which she may see drafts too.</param>
/// <param name="Terms">The terms that she may see; empty when the query asks for none.</param>
public sealed record VisibleTargets(
    ImmutableArray<TypeAccess> Published,
    ImmutableArray<TypeAccess> Latest,
    ImmutableArray<ContentValue> Terms
)
{
    /// <summary>The kinds of links that a query compares or counts.</summary>
    internal static ImmutableHashSet<LinkKind> AskedBy(ContentQuery query, ContentModel model)
    {
        var types = model.TypesOf(query.ContentTypes);
        var paths = PathsIn(query.Filter).Concat(query.Order.Where(order => order.Ranks is null).Select(order => order.Path));
        return [.. paths.Distinct(StringComparer.OrdinalIgnoreCase).Select(path => FindLink(types, path)).OfType<LinkKind>()];
    }

    /// <summary>What the ids at a path name; null when they are none.</summary>
    public static LinkKind? FindLink(IEnumerable<TypeModel> types, string path) =>
        types.Select(type => type.Paths.GetValueOrDefault(path)?.Link).FirstOrDefault(link => link is not null);

    private static IEnumerable<string> PathsIn(ContentFilter? filter) =>
        filter switch
        {
            ContentFilter.And and => and.Filters.SelectMany(PathsIn),
            ContentFilter.Or or => or.Filters.SelectMany(PathsIn),
            ContentFilter.Not not => PathsIn(not.Filter),
            ContentFilter.Comparison { AreSeen: false } comparison => [comparison.Path],
            _ => [],
        };
}
