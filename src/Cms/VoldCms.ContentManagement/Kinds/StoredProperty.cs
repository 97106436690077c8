using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;

namespace VoldCms.ContentManagement.Kinds;

/// <summary>What JSON a property of a part or field holds.</summary>
public enum StoredKind
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>An array of texts.</summary>
    TextList,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>One number.</summary>
    Number,

    /// <summary>A date, kept as midnight UTC.</summary>
    Date,

    /// <summary>A point in time, UTC.</summary>
    DateTime,

    /// <summary>A time of day or length of time, <c>hh:mm:ss</c>.</summary>
    Time,

    /// <summary>Whole content items.</summary>
    ContentItems,

    /// <summary>A list or object that is kept as given.</summary>
    Any,
}

/// <summary>One stored property of a part or field: its JSON name, its shape, and whether filters and orders can name it.</summary>
/// <param name="Name">The JSON name.</param>
/// <param name="Kind">The shape.</param>
/// <param name="IsIndexed">False for what nobody filters by.</param>
/// <param name="IsIdentifier">Text that is an id, a path or a code: compared, but never sorted as words are.</param>
/// <param name="IsAddress">Text that a link leads to: judged by <see cref="Links.LinkAddress"/>.</param>
public sealed record StoredProperty(string Name, StoredKind Kind, bool IsIndexed = true, bool IsIdentifier = false, bool IsAddress = false)
{
    /// <summary>What is expected, in words for an error.</summary>
    public string Expected =>
        Kind switch
        {
            StoredKind.Text => "a text",
            StoredKind.TextList => "a list of texts",
            StoredKind.Boolean => "true or false",
            StoredKind.Number => "a number",
            StoredKind.Date => IsoTime.ExpectedDay,
            StoredKind.DateTime => IsoTime.ExpectedInstant,
            StoredKind.Time => IsoTime.ExpectedTime,
            StoredKind.ContentItems => "a list of content items",
            _ => "any value",
        };

    /// <summary>What is expected where that value stands: of a number that is none that can be kept, the bounds too.</summary>
    public string ExpectedInsteadOf(JsonNode? value) =>
        Kind == StoredKind.Number && value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
            ? ExactDecimal.Expected
            : Expected;

    /// <summary>The kind of value that filters compare with; null when the property is not indexed.</summary>
    public ContentValueKind? ValueKind =>
        !IsIndexed
            ? null
            : Kind switch
            {
                StoredKind.Text or StoredKind.TextList => ContentValueKind.Text,
                StoredKind.Boolean => ContentValueKind.Boolean,
                StoredKind.Number => ContentValueKind.Number,
                StoredKind.Date or StoredKind.DateTime => ContentValueKind.DateTime,
                StoredKind.Time => ContentValueKind.Time,
                _ => null,
            };

    /// <summary>
    /// Brings a value into the stored form: numbers and booleans given as text are read, dates written as the contract writes
    /// them. Returns false when the value is of another shape. Null and absent are always fine.
    /// </summary>
    public bool TryNormalize(JsonNode? value, out JsonNode? normal)
    {
        normal = value;
        if (value is null)
        {
            return true;
        }

        switch (Kind)
        {
            case StoredKind.Text:
                return value is JsonValue && value.GetValueKind() == JsonValueKind.String;
            case StoredKind.TextList:
                return value is JsonArray texts && texts.All(text => text is null || text.GetValueKind() == JsonValueKind.String);
            case StoredKind.Boolean:
                if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                {
                    return true;
                }

                return LenientJson.Text(value) is { } word && TryReplace(bool.TryParse(word, out var flag), () => flag, word, ref normal);
            case StoredKind.Number:
                if (value.GetValueKind() == JsonValueKind.Number)
                {
                    return LenientJson.Number(value) is not null;
                }

                return LenientJson.Text(value) is { } digits
                    && TryReplace(ExactDecimal.TryRead(digits, out var number), () => number, digits, ref normal);
            case StoredKind.Date or StoredKind.DateTime:
                return LenientJson.Text(value) is { } instant
                    && TryReplace(
                        Kind == StoredKind.Date ? IsoTime.TryReadDay(instant, out var at) : IsoTime.TryReadInstant(instant, out at),
                        () => WriteInstant(at),
                        instant,
                        ref normal
                    );
            case StoredKind.Time:
                return LenientJson.Text(value) is { } clock
                    && TryReplace(
                        IsoTime.TryReadTime(clock, out var time),
                        () => time.ToString("c", CultureInfo.InvariantCulture),
                        clock,
                        ref normal
                    );
            case StoredKind.ContentItems:
                return value is JsonArray items && items.All(item => item is JsonObject);
            default:
                return true;
        }
    }

    /// <summary>The values to index, in order; empty when there are none. The value is in stored form.</summary>
    public IEnumerable<ContentValue> Values(JsonNode? value)
    {
        if (value is null || ValueKind is not { } kind)
        {
            return [];
        }

        return value is JsonArray list ? list.SelectMany(element => One(element, kind)) : One(value, kind);
    }

    private static IEnumerable<ContentValue> One(JsonNode? node, ContentValueKind kind)
    {
        switch (kind)
        {
            case ContentValueKind.Text when LenientJson.Text(node) is { } text:
                yield return ContentValue.Of(text);
                break;
            case ContentValueKind.Boolean when LenientJson.Boolean(node) is { } flag:
                yield return ContentValue.Of(flag);
                break;
            case ContentValueKind.Number when LenientJson.Number(node) is { } number:
                yield return ContentValue.Of(number);
                break;
            case ContentValueKind.DateTime when LenientJson.Text(node) is { } text && IsoTime.TryReadInstant(text, out var at):
                yield return ContentValue.Of(at);
                break;
            case ContentValueKind.Time when LenientJson.Text(node) is { } text && IsoTime.TryReadTime(text, out var time):
                yield return ContentValue.Of(time);
                break;
        }
    }

    private static string WriteInstant(DateTimeOffset at) =>
        at.Ticks % TimeSpan.TicksPerSecond == 0
            ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    // An empty text, as a script that gave nothing leaves behind, is no value.
    private static bool TryReplace(bool parsed, Func<JsonNode?> normal, string text, ref JsonNode? value)
    {
        if (parsed)
        {
            value = normal();
            return true;
        }

        if (text.Length == 0)
        {
            value = null;
            return true;
        }

        return false;
    }
}
