using VoldCms.ContentApi.Schemas;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Resolving;

/// <summary>The language that a list is asked in: <c>culture</c> and <c>fallback</c>.</summary>
/// <param name="Name">As it was given.</param>
/// <param name="FollowsChain">What is not there in the language is answered along its chain.</param>
internal sealed record AskedCulture(string Name, bool FollowsChain)
{
    /// <summary>Null when no language is asked for.</summary>
    /// <exception cref="GraphQLException">No language is called so.</exception>
    public static AskedCulture? Of(ArgumentValues arguments) => arguments.Get<string>("culture") is { Length: > 0 } culture
        ? new(RootFields.CheckCulture(culture), !(arguments.TryGet("fallback", out var fallback) && fallback is false))
        : null;

    /// <summary>The query for what answers in the language.</summary>
    public ContentQuery Narrow(ContentQuery query) => FollowsChain
        ? query with { Culture = Name }
        : query.Where(ContentFilter.Equal(ContentPaths.Culture, ContentValue.Of(Name)));

    /// <summary>
    /// Puts in the place of each item the one of its localization set that answers, with one query for all lists. Where none does, the item stands in
    /// its own language along the chain, and not at all without one. Items without a language stay.
    /// </summary>
    public async ValueTask<IReadOnlyList<ItemNode>[]> AnswerAsync(
        ApiRequest request, IReadOnlyList<ItemNode>[] lists, VersionState state, CancellationToken cancellationToken)
    {
        var localized = lists.SelectMany(list => list).Where(node => SetOf(node.Item) is not null).ToList();
        var answers = await FindAsync(
            request, localized.Select(node => SetOf(node.Item)).OfType<string>(), localized.Select(node => node.Item.ContentType), state, cancellationToken);
        return [.. lists.Select(list => (IReadOnlyList<ItemNode>)[.. list.Select(Answer).OfType<ItemNode>().DistinctBy(node => node.Item.ContentItemId)])];

        ItemNode? Answer(ItemNode node) => SetOf(node.Item) is not { } set ? node
            : answers.TryGetValue(set, out var answer) ? answer
            : FollowsChain ? node with { RequestedCulture = Name }
            : null;
    }

    /// <summary>What answers for localization sets, by set.</summary>
    public async ValueTask<IReadOnlyDictionary<string, ItemNode>> FindAsync(
        ApiRequest request, IEnumerable<string> sets, IEnumerable<string> contentTypes, VersionState state, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ItemNode>(StringComparer.OrdinalIgnoreCase);
        ContentValue[] values = [.. sets.Where(set => !set.Contains('\0', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase).Select(ContentValue.Of)];
        if (values.Length == 0)
        {
            return found;
        }

        var limit = request.Schema.Options.MaxItemsPerLevel;
        var query = new ContentQuery
        {
            ContentTypes = [.. contentTypes.Distinct(StringComparer.OrdinalIgnoreCase)],
            State = state,
            Filter = ContentFilter.In(ContentPaths.LocalizationSet, values),
            Take = limit + 1,
        };
        var page = await request.ListAsync(Narrow(query), cancellationToken);
        if (page.Items.Count > limit)
        {
            throw ItemLoader.TooMany(limit);
        }

        foreach (var node in request.ToNodes(page.Items, Name))
        {
            found.TryAdd(SetOf(node.Item) ?? "", node);
        }

        return found;
    }

    private static string? SetOf(ContentItem item) => ContentItemParts.LocalizationSetOf(item) is { Length: > 0 } set ? set : null;
}
