using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Items;

/// <summary>Reads and writes content items in Orchard Core's JSON: the envelope's eleven keys in order, then the parts.</summary>
public static class ContentItemJson
{
    private static readonly string[] s_envelope =
    [
        "ContentItemId",
        "ContentItemVersionId",
        "ContentType",
        "DisplayText",
        "Latest",
        "Published",
        "ModifiedUtc",
        "PublishedUtc",
        "CreatedUtc",
        "Owner",
        "Author",
    ];

    /// <summary>The item as the contract writes it; the tree is new and the caller's.</summary>
    public static JsonObject Write(ContentItem item)
    {
        var json = new JsonObject
        {
            ["ContentItemId"] = item.ContentItemId.Value,
            ["ContentItemVersionId"] = item.ContentItemVersionId.Value,
            ["ContentType"] = item.ContentType,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = item.Latest,
            ["Published"] = item.Published,
            ["ModifiedUtc"] = WriteInstant(item.ModifiedUtc),
            ["PublishedUtc"] = WriteInstant(item.PublishedUtc),
            ["CreatedUtc"] = WriteInstant(item.CreatedUtc),
            ["Owner"] = item.Owner,
            ["Author"] = item.Author,
        };
        foreach (var (name, value) in item.Content)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    /// <summary>
    /// Reads an item that came in; what stands beside the envelope is looked at by <see cref="ItemNormalizer"/>, which knows the type.
    /// An absent id or version id is empty, not made up: what that means is the caller's affair.
    /// </summary>
    /// <param name="json">One item; not changed.</param>
    /// <returns>The item, or every problem with its path below the item.</returns>
    public static Result<ContentItem> Read(JsonObject json)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var item = new ContentItem
        {
            ContentItemId = new(ReadText("ContentItemId") ?? ""),
            ContentItemVersionId = new(ReadText("ContentItemVersionId") ?? ""),
            ContentType = ReadText("ContentType") ?? "",
            DisplayText = ReadText("DisplayText"),
            Latest = ReadFlag("Latest"),
            Published = ReadFlag("Published"),
            ModifiedUtc = ReadInstant("ModifiedUtc"),
            PublishedUtc = ReadInstant("PublishedUtc"),
            CreatedUtc = ReadInstant("CreatedUtc"),
            Owner = ReadText("Owner") ?? "",
            Author = ReadText("Author") ?? "",
            Content = ReadParts(json),
        };
        if (item.ContentType.Length == 0)
        {
            problems.Add(new("ContentType", "is missing; expected the name of a content type"));
        }

        return problems.Count > 0 ? Invalid.Of("content.invalid-shape", problems.ToImmutable()) : item;

        string? ReadText(string key)
        {
            switch (json[key])
            {
                case null:
                    return null;
                case var node when LenientJson.Text(node) is { } text:
                    return text;
                case var other:
                    problems.Add(new(key, $"is {JsonShape.Describe(other)}; expected a text"));
                    return null;
            }
        }

        bool ReadFlag(string key)
        {
            var node = json[key];
            if (node?.GetValueKind() is null or JsonValueKind.Null or JsonValueKind.False)
            {
                return false;
            }

            if (node.GetValueKind() == JsonValueKind.True)
            {
                return true;
            }

            if (LenientJson.Text(node) is { } word && bool.TryParse(word, out var flag))
            {
                return flag;
            }

            problems.Add(new(key, $"is {JsonShape.Describe(node)}; expected true or false"));
            return false;
        }

        DateTimeOffset? ReadInstant(string key)
        {
            var node = json[key];
            if (node is null || LenientJson.Text(node) is { Length: 0 })
            {
                return null;
            }

            if (LenientJson.Text(node) is { } word && IsoTime.TryReadInstant(word, out var at))
            {
                return at;
            }

            problems.Add(new(key, $"is {JsonShape.Describe(node)}; expected {IsoTime.ExpectedInstant}"));
            return null;
        }
    }

    /// <summary>Reads an item inside another; null when it has no usable envelope.</summary>
    public static ContentItem? ReadContained(JsonObject json) => Read(json) is { IsSuccess: true, Value: var item } ? item : null;

    /// <summary>A copy of what stands at an item's root beside the envelope; nothing that is null.</summary>
    public static JsonObject ReadParts(JsonObject json)
    {
        var parts = new JsonObject();
        foreach (var (name, value) in json)
        {
            if (value is not null && !s_envelope.Contains(name, StringComparer.Ordinal))
            {
                parts[name] = value.DeepClone();
            }
        }

        return parts;
    }

    /// <summary>The contract's way of writing points in time.</summary>
    public static string? WriteInstant(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString(
            at.Value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture
        );
}
