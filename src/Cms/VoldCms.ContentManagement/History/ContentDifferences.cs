using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.History;

/// <summary>One place where two versions of an item differ.</summary>
/// <param name="Path">The JSON path below the item, such as <c>Measure.Text.Text</c> or <c>Steps.ContentItems[2]</c>.</param>
/// <param name="Label">What editors call it: the field's display name, or the part's name.</param>
/// <param name="Before">As text for people; null when there was nothing.</param>
/// <param name="After">As text for people; null when there is nothing any more.</param>
public sealed record ContentDifference(string Path, string Label, string? Before, string? After);

/// <summary>Says in what two versions of an item differ, value by value, in the order of the definition. Pure.</summary>
public static class ContentDifferences
{
    /// <summary>The differences from <paramref name="before"/> to <paramref name="after"/>; empty when they say the same.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version.</param>
    /// <param name="type">For labels and order; null when the type is defined no more.</param>
    public static ImmutableArray<ContentDifference> Between(ContentItem before, ContentItem after, TypeModel? type)
    {
        var found = ImmutableArray.CreateBuilder<ContentDifference>();
        Compare("DisplayText", "DisplayText", before.DisplayText, after.DisplayText);
        Compare("Owner", "Owner", before.Owner, after.Owner);
        var parts = (type?.Parts.Select(part => part.Name) ?? [])
            .Concat(before.Content.Select(member => member.Key))
            .Concat(after.Content.Select(member => member.Key))
            .Distinct();
        foreach (var part in parts)
        {
            Members(part, part, before.Content[part], after.Content[part], type?.FindPart(part));
        }

        return found.ToImmutable();

        void Compare(string path, string label, string? old, string? now)
        {
            if (old != now)
            {
                found.Add(new(path, label, old, now));
            }
        }

        void Members(string path, string label, JsonNode? old, JsonNode? now, PartModel? part)
        {
            if (JsonNode.DeepEquals(old, now))
            {
                return;
            }

            if ((old ?? now) is not JsonObject || old is not (null or JsonObject) || now is not (null or JsonObject))
            {
                Values(path, label, old, now);
                return;
            }

            var (oldMembers, nowMembers) = (old as JsonObject, now as JsonObject);
            var names = (part?.Fields.Select(field => field.Name) ?? [])
                .Concat(oldMembers?.Select(member => member.Key) ?? [])
                .Concat(nowMembers?.Select(member => member.Key) ?? [])
                .Distinct();
            foreach (var name in names)
            {
                var field = part?.Fields.FirstOrDefault(known => known.Name == name);
                Members($"{path}.{name}", field?.Definition.DisplayName ?? label, oldMembers?[name], nowMembers?[name], part: null);
            }
        }

        // Lists are compared place by place: what editors see is a list of steps or points, each with its number.
        void Values(string path, string label, JsonNode? old, JsonNode? now)
        {
            if (old is not (null or JsonArray) || now is not (null or JsonArray))
            {
                found.Add(new(path, label, Text(old), Text(now)));
                return;
            }

            var (oldList, nowList) = (old as JsonArray, now as JsonArray);
            for (var index = 0; index < Math.Max(oldList?.Count ?? 0, nowList?.Count ?? 0); index++)
            {
                Members($"{path}[{index}]", label, At(oldList, index), At(nowList, index), part: null);
            }
        }
    }

    private static JsonNode? At(JsonArray? list, int index) => index < list?.Count ? list[index] : null;

    private static string? Text(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => null,
            _ => LenientJson.Text(value) ?? value.ToJsonString(),
        };
}
