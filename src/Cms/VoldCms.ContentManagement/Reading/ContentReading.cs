using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// The questions that modules' pages put to the engine. Their queries are their own and name only what their recipes define: a
/// refusal is a fault of ours, not a visitor's doing, and is thrown as <see cref="InvalidOperationException"/>.
/// </summary>
public static class ContentReading
{
    /// <summary>All published items that match, as <see cref="ContentQuery.AllAtOnce"/> has it.</summary>
    public static async ValueTask<IReadOnlyList<ContentItem>> ListAllAsync(
        this ContentReader reader,
        ContentQuery query,
        CancellationToken cancellationToken
    ) => Expect(await reader.ListAsync(query.AllAtOnce(), cancellationToken)).Items;

    /// <summary>The published items of a type with these ids; those that are not there, or not for this principal, are left out.</summary>
    public static async ValueTask<IReadOnlyDictionary<ContentItemId, ContentItem>> ListByIdAsync(
        this ContentReader reader,
        string contentType,
        IEnumerable<ContentItemId> ids,
        CancellationToken cancellationToken,
        ContentScope scope = ContentScope.Document
    )
    {
        ContentValue[] values = [.. ids.Distinct().Select(ContentValue.Of)];
        if (values.Length == 0)
        {
            return ImmutableDictionary<ContentItemId, ContentItem>.Empty;
        }

        var query = ContentQuery.For(contentType).Where(ContentFilter.In(ContentPaths.ContentItemId, values)) with { Scope = scope };
        return (await reader.ListAllAsync(query, cancellationToken)).ToDictionary(item => item.ContentItemId);
    }

    /// <summary>The items with these ids, in the ids' order.</summary>
    public static IEnumerable<ContentItem> Pick(
        this IReadOnlyDictionary<ContentItemId, ContentItem> items,
        IEnumerable<ContentItemId> ids
    ) => ids.Select(id => items.GetValueOrDefault(id)).OfType<ContentItem>();

    /// <summary>One page of what matches.</summary>
    public static async ValueTask<ContentPage> GetPageAsync(
        this ContentReader reader,
        ContentQuery query,
        CancellationToken cancellationToken
    ) => Expect(await reader.ListAsync(query, cancellationToken));

    private static ContentPage Expect(Result<ContentPage> result) =>
        result.TryGet(out var page, out var error) ? page : throw new InvalidOperationException($"{error.Code}: {error.Message}");
}
