using VoldCms.ContentApi.Requests;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.GraphQL.Errors;
using VoldCms.GraphQL.Execution;

namespace VoldCms.ContentApi.Lists;

/// <summary>The language that a list is asked in: <c>culture</c> and <c>fallback</c>.</summary>
/// <param name="Name">As it was given: a language tag, never empty.</param>
/// <param name="FollowsChain">What is not there in the language is answered along its chain, at last in the site's default language.</param>
internal sealed record AskedCulture(string Name, bool FollowsChain)
{
    /// <summary>Null when no language is asked for.</summary>
    /// <exception cref="GraphQLException">It is no language tag.</exception>
    public static AskedCulture? Of(ArgumentValues arguments) =>
        arguments.Get<string>("culture") is { } culture
            ? new(Check(culture), !(arguments.TryGet("fallback", out var fallback) && fallback is false))
            : null;

    /// <summary>The tag itself.</summary>
    /// <exception cref="GraphQLException">It is none.</exception>
    public static string Check(string culture) =>
        FindFault(culture) is { } fault ? throw Refusal.Of("culture.invalid", $"\"culture\" {fault}.") : culture;

    /// <summary>What is wrong with a tag, to be read after its name; null when nothing is.</summary>
    public static string? FindFault(string culture) =>
        LanguageTag.TryParse(culture, out _)
            ? null
            : $"is '{(culture.Length > LanguageTag.MaxLength ? $"{culture[..20]}…" : culture)}'; expected a language tag (BCP 47) such as nb, uk-UA or zh-Hant-TW";

    /// <summary>What is in the language, by whichever of its names.</summary>
    /// <exception cref="GraphQLException">It is no language tag.</exception>
    public static ContentFilter Filter(string culture) =>
        ContentFilter.In(ContentPaths.Culture, [.. Cultures.NamesOf(Check(culture)).Select(ContentValue.Of)]);

    /// <summary>The query for what answers in the language.</summary>
    public ContentQuery Narrow(ContentQuery query, SiteSettings settings) =>
        FollowsChain
            ? query with
            {
                Culture = Name,
            }
            : query.Where(
                ContentFilter.Equal(
                    ContentPaths.Culture,
                    ContentValue.Of(Cultures.Choose([Name], settings.SupportedCultures, alongFallbacks: false) ?? Name)
                )
            );

    /// <summary>
    /// Puts in the place of each item the one of its localization set that answers, with one query for all lists. Where none does, the item stands in
    /// its own language along the chain, and not at all without one. Items without a language stay.
    /// </summary>
    public async ValueTask<IReadOnlyList<ItemNode>[]> AnswerAsync(
        ApiRequest request,
        IReadOnlyList<ItemNode>[] lists,
        VersionState state,
        CancellationToken cancellationToken
    )
    {
        var localized = lists.SelectMany(list => list).Where(node => SetOf(node.Item) is not null).ToList();
        var answers = await FindAsync(
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
            : FollowsChain ? node with { RequestedCulture = Name }
            : null;
    }

    /// <summary>What answers for localization sets, by set.</summary>
    public async ValueTask<IReadOnlyDictionary<string, ItemNode>> FindAsync(
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
        var page = await request.ListAsync(Narrow(query, request.Schema.Configuration.Settings), cancellationToken);
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
