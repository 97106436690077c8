using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.Plans;

/// <summary>The questions that only this module puts to the engine, and to an item.</summary>
internal static class PlanReading
{
    /// <summary>How many published items match.</summary>
    public static async ValueTask<int> CountAsync(this ContentReader reader, ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.GetPageAsync(query with { Take = 0, CountTotal = true, Order = [] }, cancellationToken)).Total ?? 0;

    /// <summary>The first published item that matches; null when there is none.</summary>
    public static async ValueTask<ContentItem?> FindFirstAsync(
        this ContentReader reader,
        ContentQuery query,
        CancellationToken cancellationToken
    ) => (await reader.GetPageAsync(query with { Take = 1 }, cancellationToken)).Items is [var first, ..] ? first : null;

    /// <summary>The items of a type that a picker field ties to one item.</summary>
    public static ContentQuery Of(string contentType, string picker, ContentItemId id) =>
        ContentQuery.For(contentType).Where(ContentFilter.Equal($"{contentType}.{picker}", ContentValue.Of(id)));

    /// <summary>The first item that a picker names; null when it names none.</summary>
    public static ContentItemId? FirstId(this ContentItem item, string part, string field) =>
        item.Ids(part, field) is [var id, ..] ? id : null;
}
