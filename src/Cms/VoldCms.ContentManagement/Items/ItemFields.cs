using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Links;

namespace VoldCms.ContentManagement.Items;

/// <summary>Reads stock fields of an item for a page. What is absent, empty or hidden is null or an empty list.</summary>
public static class ItemFields
{
    /// <summary>A TextField's text.</summary>
    public static string? Text(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("Text") is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>A TextField's lines, without the empty ones.</summary>
    public static IReadOnlyList<string> Lines(this ContentItem item, string part, string field) =>
        item.Text(part, field)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>A NumericField's value, when it is a whole number.</summary>
    public static int? Number(this ContentItem item, string part, string field) =>
        LenientJson.Number(item.FindField(part, field)?["Value"]) is { } number
        && number == decimal.Truncate(number)
        && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>A DateField's day.</summary>
    public static DateOnly? Day(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("Value") is { Length: >= 10 } text
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Whether a BooleanField is set.</summary>
    public static bool Flag(this ContentItem item, string part, string field) =>
        LenientJson.Boolean(item.FindField(part, field)?["Value"]) == true;

    /// <summary>A ContentPickerField's ids, in the editor's order.</summary>
    public static IReadOnlyList<ContentItemId> Ids(this ContentItem item, string part, string field) =>
        ReadIds(item.FindField(part, field)?["ContentItemIds"]);

    /// <summary>The ids of a TaxonomyField's terms, in the editor's order.</summary>
    public static IReadOnlyList<ContentItemId> Terms(this ContentItem item, string part, string field) =>
        ReadIds(item.FindField(part, field)?["TermContentItemIds"]);

    /// <summary>The taxonomy that a TaxonomyField takes its terms from.</summary>
    public static ContentItemId? Taxonomy(this ContentItem item, string part, string field) =>
        item.FindField(part, field)?.FindText("TaxonomyContentItemId") is { Length: > 0 } id ? new ContentItemId(id) : null;

    /// <summary>
    /// A LinkField as a page may show it, the address standing in for a missing text: the one way for a stored address into a link. Null
    /// for what nobody should be sent to, however it came to be stored.
    /// </summary>
    public static OutwardLink? Link(this ContentItem item, string part, string field) =>
        item.FindField(part, field) is { } link
        && link.FindText("Url") is { } url
        && LinkAddress.Read(url) is { Target: not LinkDestination.Relative } address
            ? new(address.Href, link.FindText("Text") is { Length: > 0 } text ? text : url, address.Domain)
            : null;

    /// <summary>The items in a BagPart.</summary>
    public static IReadOnlyList<ContentItem> Bag(this ContentItem item, string part) =>
        item.FindPart(part)?["ContentItems"] is JsonArray items
            ? [.. items.OfType<JsonObject>().Select(ContentItemJson.ReadContained).OfType<ContentItem>()]
            : [];

    private static IReadOnlyList<ContentItemId> ReadIds(JsonNode? node) =>
        [.. LenientJson.OnlyTexts(node).Where(id => id.Length > 0).Select(id => new ContentItemId(id))];
}
