using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Queries;

/// <summary>
/// What somebody may not see, she neither writes nor loses: the other side of <see cref="HiddenContent"/>.
/// </summary>
internal static class HiddenWriting
{
    /// <summary>The path of a field above the level among what was given; null when there is none.</summary>
    public static string? FindField(JsonObject given, TypeModel type, ContentModel model, Visibility maximum, string prefix = "")
    {
        foreach (var part in type.Parts)
        {
            if (given[part.Name] is not JsonObject stored)
            {
                continue;
            }

            if (part.Fields.FirstOrDefault(field => field.Visibility > maximum && stored.ContainsKey(field.Name)) is { } hidden)
            {
                return $"{prefix}{part.Name}.{hidden.Name}";
            }

            foreach (var property in part.Contained)
            {
                if (FindInItems(stored[property.Name] as JsonArray, model, maximum, $"{prefix}{part.Name}.{property.Name}") is { } below)
                {
                    return below;
                }
            }
        }

        return FindInItems(given["Terms"] as JsonArray, model, maximum, $"{prefix}Terms");
    }

    /// <summary>Puts back into <paramref name="content"/> what a writer of that level could not have kept: fields and contained items that she does not see.</summary>
    public static void Keep(JsonObject content, JsonObject previous, TypeModel type, ContentModel model, Visibility maximum)
    {
        if (maximum == Visibility.Secret || !type.HasHiddenContent)
        {
            return;
        }

        foreach (var part in type.Parts)
        {
            if (previous[part.Name] is not JsonObject before)
            {
                continue;
            }

            foreach (var field in part.Fields.Where(field => field.Visibility > maximum && before[field.Name] is not null))
            {
                ObjectAt(content, part.Name)[field.Name] = before[field.Name]!.DeepClone();
            }

            foreach (var property in part.Contained)
            {
                KeepItems(content, part.Name, property.Name, before[property.Name] as JsonArray, model, maximum);
            }
        }

        KeepItems(content, null, "Terms", previous["Terms"] as JsonArray, model, maximum);
    }

    private static string? FindInItems(JsonArray? items, ContentModel model, Visibility maximum, string path) =>
        (items ?? [])
            .Select(
                (item, index) =>
                    item is JsonObject contained && model.FindType(contained.FindText("ContentType") ?? "") is { } type
                        ? FindField(contained, type, model, maximum, $"{path}[{index}].")
                        : null
            )
            .FirstOrDefault(found => found is not null);

    private static void KeepItems(
        JsonObject content,
        string? partName,
        string key,
        JsonArray? before,
        ContentModel model,
        Visibility maximum
    )
    {
        for (var index = 0; index < (before?.Count ?? 0); index++)
        {
            if (before![index] is not JsonObject kept || kept.FindText("ContentItemId") is not { Length: > 0 } id)
            {
                continue;
            }

            var owner = partName is null ? content : content[partName] as JsonObject;
            var given = (owner?[key] as JsonArray)
                ?.OfType<JsonObject>()
                .FirstOrDefault(item => string.Equals(item.FindText("ContentItemId"), id, StringComparison.OrdinalIgnoreCase));
            if (ContentItemJson.ReadContained(kept) is not { } item || ContentItemParts.VisibilityOf(item) > maximum)
            {
                given?.Parent?.AsArray().Remove(given);
                owner ??= ObjectAt(content, partName!);
                if (owner[key] is not JsonArray list)
                {
                    owner[key] = list = [];
                }

                list.Insert(Math.Min(index, list.Count), kept.DeepClone());
            }
            else if (given is not null && model.FindType(item.ContentType) is { } type)
            {
                Keep(given, kept, type, model, maximum);
            }
        }
    }

    private static JsonObject ObjectAt(JsonObject content, string key)
    {
        if (content[key] is not JsonObject found)
        {
            content[key] = found = [];
        }

        return found;
    }
}
