using VoldCms.ContentApi.Filters;
using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.ContentApi.Lists;

/// <summary>Which item of a localization set answers in the language that is asked.</summary>
internal static class LanguageAnswers
{
    /// <summary>
    /// Puts in the place of each item the one of its localization set that answers, with one query for all lists. Where none does, the
    /// item stands in its own language along the chain, and not at all without one. Items without a language stay.
    /// </summary>
    public static async ValueTask<IReadOnlyList<ItemNode>[]> AnswerAsync(
        this AskedCulture culture,
        ApiRequest request,
        IReadOnlyList<ItemNode>[] lists,
        VersionState state,
        CancellationToken cancellationToken
    )
    {
        var localized = lists.SelectMany(list => list).Where(node => SetOf(node.Item) is not null).ToList();
        var answers = await culture.FindAsync(
            request,
            localized.Select(node => SetOf(node.Item)).OfType<string>(),
            localized.Select(node => node.Item.ContentType),
            state,
            cancellationToken
        );
        return
        [
            .. lists.Select(list =>
                (IReadOnlyList<ItemNode>)[.. list.Select(Answer).OfType<ItemNode>().DistinctBy(node => node.Item.ContentItemId)]
            ),
        ];

        ItemNode? Answer(ItemNode node) =>
            SetOf(node.Item) is not { } set ? node
            : answers.TryGetValue(set, out var answer) ? answer
            : culture.FollowsChain ? node with { RequestedCulture = culture.Name }
            : null;
    }

    /// <summary>What answers for localization sets, by set.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, ItemNode>> FindAsync(
        this AskedCulture culture,
        ApiRequest request,
        IEnumerable<string> sets,
        IEnumerable<string> contentTypes,
        VersionState state,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, ItemNode>(StringComparer.OrdinalIgnoreCase);
        ContentValue[] values =
        [
            .. sets.Where(set => !set.Contains('\0', StringComparison.Ordinal))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(ContentValue.Of),
        ];
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
        var page = await request.ListAsync(culture.Narrow(query, request.Schema.Configuration.Settings), cancellationToken);
        if (page.Items.Count > limit)
        {
            throw ItemLoader.TooMany(limit);
        }

        foreach (var node in request.ToNodes(page.Items, culture.Name))
        {
            found.TryAdd(SetOf(node.Item) ?? "", node);
        }

        return found;
    }

    private static string? SetOf(ContentItem item) => ContentItemParts.LocalizationSetOf(item) is { Length: > 0 } set ? set : null;
}
