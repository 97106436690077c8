using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Hosting.Tenancy;
using VoldCms.Plans.Plans;
using VoldCms.Presentation.Items;

namespace VoldCms.Plans;

/// <summary>The module's questions to the engine, and to an item.</summary>
internal static class ContentReading
{
    /// <summary>More than any plan has of anything.</summary>
    private const int Everything = 2000;

    /// <summary>All published items that match.</summary>
    public static async ValueTask<IReadOnlyList<ContentItem>> ListAllAsync(
        this ContentReader reader, ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.GetPageAsync(query with { Take = Everything }, cancellationToken)).Items;

    /// <summary>How many published items match.</summary>
    public static async ValueTask<int> CountAsync(this ContentReader reader, ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.GetPageAsync(query with { Take = 0, CountTotal = true, Order = [] }, cancellationToken)).Total ?? 0;

    /// <summary>The first published item that matches; null when there is none.</summary>
    public static async ValueTask<ContentItem?> FindFirstAsync(
        this ContentReader reader, ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.GetPageAsync(query with { Take = 1 }, cancellationToken)).Items is [var first, ..] ? first : null;

    /// <summary>What the items with these ids are called.</summary>
    public static async ValueTask<IReadOnlyDictionary<ContentItemId, string>> ListNamesAsync(
        this ContentReader reader, string contentType, IEnumerable<ContentItemId> ids, CancellationToken cancellationToken)
    {
        ContentValue[] values = [.. ids.Distinct().Select(ContentValue.Of)];
        if (values.Length == 0)
        {
            return new Dictionary<ContentItemId, string>();
        }

        var query = ContentQuery.For(contentType).Where(ContentFilter.In(ContentPaths.ContentItemId, values)) with { Scope = ContentScope.Envelope };
        var items = await reader.ListAllAsync(query, cancellationToken);
        return items.ToDictionary(item => item.ContentItemId, item => item.DisplayText ?? "");
    }

    /// <summary>The items with these ids, by id; those that are not public are left out.</summary>
    public static async ValueTask<IReadOnlyDictionary<ContentItemId, ContentItem>> ListByIdAsync(
        this ContentReader reader, string contentType, IEnumerable<ContentItemId> ids, CancellationToken cancellationToken)
    {
        ContentValue[] values = [.. ids.Distinct().Select(ContentValue.Of)];
        if (values.Length == 0)
        {
            return ImmutableDictionary<ContentItemId, ContentItem>.Empty;
        }

        var query = ContentQuery.For(contentType).Where(ContentFilter.In(ContentPaths.ContentItemId, values));
        return (await reader.ListAllAsync(query, cancellationToken)).ToDictionary(item => item.ContentItemId);
    }

    /// <summary>The items of a type that a picker field ties to one item.</summary>
    public static ContentQuery Of(string contentType, string picker, ContentItemId id) =>
        ContentQuery.For(contentType).Where(ContentFilter.Equal($"{contentType}.{picker}", ContentValue.Of(id)));

    /// <summary>The first item that a picker names; null when it names none.</summary>
    public static ContentItemId? FirstId(this ContentItem item, string part, string field) =>
        item.Ids(part, field) is [var id, ..] ? id : null;

    /// <summary>The texts of those fields that say something, each with its name in the language of the page.</summary>
    public static ImmutableArray<Fact> ReadFacts(this Site site, ContentItem item, string part, ReadOnlySpan<(string Field, string Name)> fields)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>(fields.Length);
        foreach (var (field, name) in fields)
        {
            if (item.Text(part, field) is { } text)
            {
                facts.Add(new(site.Texts[name], text));
            }
        }

        return facts.DrainToImmutable();
    }

    // The queries are this module's own and name only what its recipe defines: a refusal is a fault, not a visitor's doing.
    private static async ValueTask<ContentPage> GetPageAsync(this ContentReader reader, ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out var error)
            ? page
            : throw new InvalidOperationException($"{error.Code}: {error.Message}");
}
