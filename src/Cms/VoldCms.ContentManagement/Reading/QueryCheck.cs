using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Reading;

/// <summary>Refuses paths that are not indexed, or not for this principal: the two look alike on purpose.</summary>
internal static class QueryCheck
{
    private static readonly HashSet<string> s_envelope = new(StringComparer.OrdinalIgnoreCase)
    {
        ContentPaths.ContentItemId,
        ContentPaths.ContentItemVersionId,
        ContentPaths.DisplayText,
        ContentPaths.CreatedUtc,
        ContentPaths.ModifiedUtc,
        ContentPaths.PublishedUtc,
        ContentPaths.Owner,
        ContentPaths.Author,
    };

    private static readonly HashSet<string> s_people = new(StringComparer.OrdinalIgnoreCase) { ContentPaths.Owner, ContentPaths.Author };

    private static readonly HashSet<string> s_orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ContentPaths.Published,
        ContentPaths.Latest,
    };

    public static Error? FindProblem(ContentQuery query, ContentModel model, ReadAccess access)
    {
        if (query.Skip < 0 || query.Take < 0)
        {
            return new Invalid("query.page", "Skip and Take must not be negative.", []);
        }

        if (query.After is { } after && after.Keys.Length != query.Order.Length)
        {
            return new Invalid("query.position", "The position is one of another order.", []);
        }

        var unknown = query
            .Order.Select(order => order.Path)
            .Where(path => !s_orders.Contains(path))
            .Concat(Paths(query.Filter))
            .FirstOrDefault(path => !IsOfEveryItem(path) && !IsIndexed(path));
        return unknown is null
            ? null
            : new Invalid("query.unknown-path", $"'{unknown}' is not a path that can be filtered or ordered by.", []);

        bool IsOfEveryItem(string path) => s_envelope.Contains(path) && (access.SeesPeople || !s_people.Contains(path));

        bool IsIndexed(string path)
        {
            var types = model.TypesOf(query.ContentTypes);
            var found = types.Select(type => type.Paths.GetValueOrDefault(path)).OfType<PathModel>().ToList();
            return found.Count > 0 ? found.All(known => known.Visibility <= access.MaximumVisibility) : path == ContentPaths.Path;
        }
    }

    private static IEnumerable<string> Paths(ContentFilter? filter) =>
        filter switch
        {
            null => [],
            ContentFilter.And and => and.Filters.SelectMany(Paths),
            ContentFilter.Or or => or.Filters.SelectMany(Paths),
            ContentFilter.Not not => Paths(not.Filter),
            ContentFilter.Comparison comparison => [comparison.Path],
            ContentFilter.OfType => [],
            ContentFilter.Linked linked => [linked.Path],
            _ => throw new System.Diagnostics.UnreachableException(filter.GetType().Name),
        };
}
