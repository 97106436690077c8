using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Requests;

/// <summary>
/// Finds items by id. Fields that will need items say so while their own level is resolved (<see cref="Expect"/>); the first that
/// asks then reads all of them in one query. What is not for the principal is not found.
/// </summary>
internal sealed class ItemLoader(ApiRequest request)
{
    private readonly Dictionary<(VersionState State, ContentItemId Id), ImmutableArray<ItemNode>> _known = [];
    private readonly HashSet<(VersionState State, ContentItemId Id)> _expected = [];
    private readonly Dictionary<ContentItemId, Dictionary<ContentItemId, ItemNode>> _terms = [];

    /// <summary>These ids will be asked for on the next level.</summary>
    public void Expect(VersionState state, IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(id => id.Length > 0 && !id.Contains('\0', StringComparison.Ordinal)))
        {
            if (!_known.ContainsKey((state, new(id))))
            {
                _expected.Add((state, new(id)));
            }
        }
    }

    /// <summary>Reads what is expected in that state and not known yet.</summary>
    /// <exception cref="GraphQLException">The level needs more items than one level may.</exception>
    public async ValueTask LoadAsync(VersionState state, CancellationToken cancellationToken)
    {
        var ids = _expected.Where(expected => expected.State == state).Select(expected => expected.Id).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var limit = request.Schema.Options.MaxItemsPerLevel;
        var page =
            ids.Count > limit
                ? null
                : await request.ListAsync(
                    new()
                    {
                        State = state,
                        Filter = ContentFilter.In(ContentPaths.ContentItemId, [.. ids.Select(ContentValue.Of)]),
                        Take = limit + 1,
                    },
                    cancellationToken
                );
        if (page is null || page.Items.Count > limit)
        {
            throw TooMany(limit);
        }

        var found = page.Items.ToLookup(item => item.ContentItemId);
        foreach (var id in ids)
        {
            _known[(state, id)] = [.. request.ToNodes(found[id])];
            _expected.Remove((state, id));
        }
    }

    /// <summary>The item's versions in that state; none when there is none for the principal. Loaded before.</summary>
    public ImmutableArray<ItemNode> Find(VersionState state, string id) => _known.GetValueOrDefault((state, new(id)), []);

    /// <summary>
    /// Sets each row to the published item that its parent names, one that is expected; null when it names none, or none that the principal
    /// may see.
    /// </summary>
    /// <exception cref="GraphQLException">The level needs more items than one level may.</exception>
    public async ValueTask SetOneAsync<TParent>(FieldBatch batch, Func<TParent, string?> idOf, CancellationToken cancellationToken)
    {
        await LoadAsync(VersionState.Published, cancellationToken);
        for (var row = 0; row < batch.Count; row++)
        {
            batch.Set(row, idOf(batch.GetParent<TParent>(row)) is { } id ? Find(VersionState.Published, id).FirstOrDefault() : null);
        }
    }

    /// <summary>The terms of a taxonomy that has been loaded, however deep they lie, by id.</summary>
    public IReadOnlyDictionary<ContentItemId, ItemNode> TermsOf(string taxonomyId)
    {
        var id = new ContentItemId(taxonomyId);
        if (!_terms.TryGetValue(id, out var terms))
        {
            terms = [];
            foreach (var taxonomy in Find(VersionState.Published, taxonomyId))
            {
                foreach (var term in TaxonomyTerms.Of(taxonomy.Item))
                {
                    if (request.FindNode(term) is { } node)
                    {
                        terms.TryAdd(term.ContentItemId, node);
                    }
                }
            }

            _terms.Add(id, terms);
        }

        return terms;
    }

    public static GraphQLException TooMany(int limit) =>
        Refusal.Of(
            "list.too-many-items",
            $"More than {limit} items would be needed on this level; ask for fewer parents, or for a smaller page."
        );
}
