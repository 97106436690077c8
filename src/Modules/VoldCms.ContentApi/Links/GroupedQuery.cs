using System.Collections.Immutable;
using VoldCms.ContentApi.Lists;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Links;

/// <summary>
/// Items that belong to parents by a key: the children of lists, the items that point back, the languages of a set. One query
/// for all parents of a level; each gets its own page of it, in the query's order.
/// </summary>
/// <param name="Path">Where the key stands in the items.</param>
/// <param name="KeyOf">The key of a parent; null when it has none, and so no items.</param>
/// <param name="KeysIn">The keys that an item bears.</param>
internal sealed record GroupedQuery(string Path, Func<object, string?> KeyOf, Func<ContentItem, IEnumerable<string>> KeysIn)
{
    /// <summary>Sets each row's page of what matches <paramref name="query"/>.</summary>
    public async ValueTask ResolveAsync(
        FieldBatch batch,
        ContentQuery query,
        Paging paging,
        CancellationToken cancellationToken,
        string? requestedCulture = null
    )
    {
        var request = ApiRequest.Of(batch);
        var keys = batch.Parents.ToArray().Select(parent => KeyOf(parent!)).ToList();
        var distinct = keys.OfType<string>()
            .Where(key => !key.Contains('\0', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (distinct.Count == 0)
        {
            SetAll(batch, _ => []);
            return;
        }

        query = query.Where(ContentFilter.InSeen(Path, [.. distinct.Select(ContentValue.Of)]));
        if (distinct.Count == 1 && paging.Last is null)
        {
            // A single group is paged by the database.
            var page = request.ToNodes(
                (await request.ListAsync(query with { Skip = paging.Skip, Take = paging.First }, cancellationToken)).Items,
                requestedCulture
            );
            SetAll(batch, row => keys[row] is null ? [] : page);
            return;
        }

        var limit = request.Schema.Options.MaxItemsPerLevel;
        var all = await request.ListAsync(query with { Take = limit + 1 }, cancellationToken);
        if (all.Items.Count > limit)
        {
            throw ItemLoader.TooMany(limit);
        }

        var groups = new Dictionary<string, List<ItemNode>>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in request.ToNodes(all.Items, requestedCulture))
        {
            foreach (var key in KeysIn(node.Item).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = []);
                }

                group.Add(node);
            }
        }

        SetAll(batch, row => keys[row] is { } key && groups.TryGetValue(key, out var group) ? paging.Cut(group) : []);
    }

    private static void SetAll(FieldBatch batch, Func<int, IReadOnlyList<ItemNode>> pageOf)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, pageOf(row));
        }
    }
}
