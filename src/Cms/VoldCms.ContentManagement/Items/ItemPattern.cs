using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// The part of Liquid that patterns for titles and paths are written in: text with <c>{{ value | filter }}</c>, where the value is
/// a property of the item (<c>ContentItem.DisplayText</c>, <c>ContentItem.Content.Part.Field.Text</c>, with or without
/// <c>Model.</c> in front) and the filters are <c>display_text</c>, <c>slugify</c>, <c>downcase</c>, <c>upcase</c> and <c>strip</c>.
/// </summary>
public static partial class ItemPattern
{
    /// <summary>The pattern with the item's values in it; null when it asks for more than is known here.</summary>
    public static string? Render(string pattern, ContentItem item)
    {
        var rendered = new StringBuilder();
        var end = 0;
        foreach (Match output in Output().Matches(pattern))
        {
            var text = pattern[end..output.Index];
            if (HasLiquid(text) || Evaluate(output.Groups["expression"].Value, item) is not { } value)
            {
                return null;
            }

            rendered.Append(text).Append(value);
            end = output.Index + output.Length;
        }

        return HasLiquid(pattern[end..]) ? null : rendered.Append(pattern, end, pattern.Length - end).ToString();
    }

    private static bool HasLiquid(string text) =>
        text.Contains("{%", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal);

    private static string? Evaluate(string expression, ContentItem item)
    {
        var steps = expression.Split('|', StringSplitOptions.TrimEntries);
        var name = steps[0].StartsWith("Model.", StringComparison.Ordinal) ? steps[0]["Model.".Length..] : steps[0];
        if (name == "ContentItem")
        {
            // An item is no text by itself: the first filter says which of its texts is meant.
            return steps.Length > 1 && steps[1] == "display_text" ? Filter(item.DisplayText ?? "", steps.AsSpan(2)) : null;
        }

        return name.StartsWith("ContentItem.", StringComparison.Ordinal) && Property(name["ContentItem.".Length..], item) is { } value
            ? Filter(value, steps.AsSpan(1))
            : null;
    }

    private static string? Property(string name, ContentItem item) => name switch
    {
        "DisplayText" => item.DisplayText ?? "",
        "ContentItemId" => item.ContentItemId.Value,
        "ContentType" => item.ContentType,
        "Owner" => item.Owner,
        "Author" => item.Author,
        _ when name.StartsWith("Content.", StringComparison.Ordinal) => Content(name.Split('.')[1..], item.Content),
        _ => null,
    };

    private static string Content(string[] path, JsonObject content)
    {
        JsonNode? node = content;
        foreach (var member in path)
        {
            node = (node as JsonObject)?[member];
        }

        return node is null ? "" : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
    }

    private static string? Filter(string value, ReadOnlySpan<string> filters)
    {
        foreach (var filter in filters)
        {
            switch (filter)
            {
                case "slugify":
                    value = Slug.Of(value);
                    break;
                case "downcase":
                    value = value.ToLowerInvariant();
                    break;
                case "upcase":
                    value = value.ToUpperInvariant();
                    break;
                case "strip":
                    value = value.Trim();
                    break;
                default:
                    return null;
            }
        }

        return value;
    }

    [GeneratedRegex(@"\{\{-?\s*(?<expression>[^{}]*?)\s*-?\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Output();
}
