using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;

namespace VoldCms.Services;

/// <summary>The module's questions to the engine, and the stock fields that only it reads.</summary>
internal static class ContentReading
{
    /// <summary>More than any municipality has of anything here.</summary>
    private const int Everything = 2000;

    /// <summary>All published items that match.</summary>
    /// <exception cref="InvalidOperationException">The query names what the module's recipe does not define: a fault of ours.</exception>
    public static async ValueTask<IReadOnlyList<ContentItem>> ListAllAsync(
        this ContentReader reader, ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.ListAsync(query with { Take = Everything }, cancellationToken)).TryGet(out var page, out var error)
            ? page.Items
            : throw new InvalidOperationException($"{error.Code}: {error.Message}");

    /// <summary>The published items of a type with these ids; those that are not there, or not for this principal, are left out.</summary>
    public static async ValueTask<IReadOnlyDictionary<ContentItemId, ContentItem>> ListByIdAsync(
        this ContentReader reader, string contentType, IEnumerable<ContentItemId> ids, CancellationToken cancellationToken)
    {
        ContentValue[] values = [.. ids.Distinct().Select(ContentValue.Of)];
        if (values.Length == 0)
        {
            return new Dictionary<ContentItemId, ContentItem>();
        }

        var query = ContentQuery.For(contentType).Where(ContentFilter.In(ContentPaths.ContentItemId, values));
        return (await reader.ListAllAsync(query, cancellationToken)).ToDictionary(item => item.ContentItemId);
    }

    /// <summary>The items with these ids, in the ids' order.</summary>
    public static IEnumerable<ContentItem> Pick(this IReadOnlyDictionary<ContentItemId, ContentItem> items, IEnumerable<ContentItemId> ids) =>
        ids.Select(id => items.GetValueOrDefault(id)).OfType<ContentItem>();

    /// <summary>A TaxonomyField's terms.</summary>
    public static IReadOnlyList<ContentItemId> TermIds(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?["TermContentItemIds"] is JsonArray ids
            ? [.. ids.OfType<JsonValue>().Select(id => id.GetValue<string>()).Select(id => new ContentItemId(id))]
            : [];

    /// <summary>A DateField's day.</summary>
    public static DateOnly? Day(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("Value") is { Length: >= 10 } text
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A choice of yes, no and not said.</summary>
    public static bool? Choice(this ContentItem item, string part, string field) => item.FindField(part, field)?.FindText("Text") switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}
