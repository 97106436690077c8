using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.Hosting.Tenancy;

namespace VoldCms.Presentation.Items;

/// <summary>
/// Reads published items in the language of the page: of each localization set the one that answers, along the language's
/// fallbacks. Scoped.
/// </summary>
public sealed class LocalizedItems(ContentReader reader, Site site, RequestedItem requested)
{
    /// <summary>All items of a type, by title. A tenant that does not know the type has none.</summary>
    public ValueTask<IReadOnlyList<ContentItem>> ListAsync(string contentType, CancellationToken cancellationToken) =>
        ReadAsync(ContentQuery.For(contentType).OrderBy(ContentPaths.DisplayText) with { Culture = site.Culture.Name }, cancellationToken);

    /// <summary>Those items of a type that have one of these paths below their culture, in the paths' order.</summary>
    public async ValueTask<IReadOnlyList<ContentItem>> ListByPathAsync(
        string contentType,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        var full = site
            .Settings.AnswerChain(site.Culture.Name)
            .SelectMany(_ => paths, (culture, path) => ContentValue.Of($"{culture}/{path}"));
        var found = await ReadAsync(
            In(ContentQuery.For(contentType), ContentPaths.Path, full) with
            {
                Culture = site.Culture.Name,
            },
            cancellationToken
        );
        return [.. paths.SelectMany(path => found.Where(item => ContentPath.AreSame(path, ItemAddresses.PathBelowCulture(item))))];
    }

    /// <summary>Those items of a type whose paths lie below this one, below their culture; in no order.</summary>
    public ValueTask<IReadOnlyList<ContentItem>> ListBelowAsync(string contentType, string path, CancellationToken cancellationToken)
    {
        var below = site
            .Settings.AnswerChain(site.Culture.Name)
            .Select(culture =>
                (ContentFilter)
                    new ContentFilter.Comparison(ContentPaths.Path, ComparisonOperator.StartsWith, [ContentValue.Of($"{culture}/{path}/")])
            );
        return ReadAsync(
            ContentQuery.For(contentType).Where(new ContentFilter.Or([.. below])) with
            {
                Culture = site.Culture.Name,
            },
            cancellationToken
        );
    }

    /// <summary>Whether there is an item of a type that answers in the language of the page.</summary>
    public async ValueTask<bool> HaveAnyAsync(string contentType, CancellationToken cancellationToken) =>
        (
            await reader.GetPageAsync(
                ContentQuery.For(contentType) with
                {
                    Culture = site.Culture.Name,
                    Scope = ContentScope.Envelope,
                    Take = 1,
                },
                cancellationToken
            )
        )
            .Items
            .Count > 0;

    /// <summary>
    /// What a picker names, in its order. An item whose set has one that answers stands aside for it; where none answers,
    /// it stands in its own language. What is not public is left out.
    /// </summary>
    public async ValueTask<IReadOnlyList<ContentItem>> ResolveAsync(
        string contentType,
        IReadOnlyList<ContentItemId> ids,
        CancellationToken cancellationToken
    ) => [.. (await ResolveEachAsync(contentType, ids, cancellationToken)).Pick(ids).DistinctBy(item => item.ContentItemId)];

    /// <summary>The same for many pickers at once: what stands for each of the ids.</summary>
    public async ValueTask<IReadOnlyDictionary<ContentItemId, ContentItem>> ResolveEachAsync(
        string contentType,
        IEnumerable<ContentItemId> ids,
        CancellationToken cancellationToken
    )
    {
        var picked = await ReadAsync(
            In(ContentQuery.For(contentType), ContentPaths.ContentItemId, ids.Distinct().Select(ContentValue.Of)),
            cancellationToken
        );
        var sets = picked.Select(ContentItemParts.LocalizationSetOf).OfType<string>().Distinct();
        var answers = await ReadAsync(
            In(ContentQuery.For(contentType), ContentPaths.LocalizationSet, sets.Select(ContentValue.Of)) with
            {
                Culture = site.Culture.Name,
            },
            cancellationToken
        );
        var bySet = answers.ToDictionary(item => ContentItemParts.LocalizationSetOf(item)!);
        return picked.ToDictionary(
            item => item.ContentItemId,
            item => ContentItemParts.LocalizationSetOf(item) is { } set && bySet.TryGetValue(set, out var answer) ? answer : item
        );
    }

    /// <summary>The item in every language that it exists in, itself included.</summary>
    public async ValueTask<ImmutableArray<ContentItem>> ListVariantsAsync(ContentItem item, CancellationToken cancellationToken) =>
        requested.Has(item) ? requested.Variants
        : ContentItemParts.LocalizationSetOf(item) is { Length: > 0 } set
            ?
            [
                .. await ReadAsync(
                    In(ContentQuery.For(item.ContentType), ContentPaths.LocalizationSet, [ContentValue.Of(set)]),
                    cancellationToken
                ),
            ]
        : [item];

    /// <summary>
    /// The published item that has the first of these paths that any has, in every language that it exists in; null when none has.
    /// </summary>
    internal async ValueTask<ItemVariants?> FindByPathAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var query = In(new() { WithVariants = true }, ContentPaths.Path, paths.Select(ContentValue.Of));
        var found = await ReadAsync(query, cancellationToken);
        var asked = paths
            .Select(path => found.FirstOrDefault(item => ContentPath.AreSame(path, ContentItemParts.PathOf(item))))
            .FirstOrDefault(item => item is not null);
        return asked is null ? null : ItemVariants.Of(asked, found);
    }

    /// <summary>The same of the first of these paths that a published item once had.</summary>
    internal async ValueTask<ItemVariants?> FindMovedAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        await reader.ListMovedAsync(paths, cancellationToken) is [var moved, ..] found ? ItemVariants.Of(moved, found) : null;

    private static ContentQuery In(ContentQuery query, string path, IEnumerable<ContentValue> values) =>
        query.Where(ContentFilter.In(path, [.. values]));

    // A question for nothing is not asked.
    private async ValueTask<IReadOnlyList<ContentItem>> ReadAsync(ContentQuery query, CancellationToken cancellationToken)
    {
        if (query.Filter is ContentFilter.Comparison { Operands.IsEmpty: true })
        {
            return [];
        }

        return await reader.ListAllAsync(query, cancellationToken);
    }
}
