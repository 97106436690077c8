using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// What a picker names and the writer may not see, she is not given and does not lose: whatever list she writes, those ids go back to where they stood. The other side of
/// <see cref="Queries.SeenLinks"/>.
/// </summary>
internal sealed class HiddenLinks(ContentChange change)
{
    /// <summary>Puts back into <paramref name="content"/> what a writer who does not see it could not have kept.</summary>
    public async ValueTask KeepAsync(JsonObject content, JsonObject previous, TypeModel type, CancellationToken cancellationToken)
    {
        foreach (var part in type.Parts)
        {
            if (content[part.Name] is not JsonObject after || previous[part.Name] is not JsonObject before)
            {
                continue;
            }

            foreach (var field in part.Fields.Where(field => field.Kind?.Name == ContentReference.ItemPicker))
            {
                await KeepAsync(after[field.Name] as JsonObject, before[field.Name] as JsonObject, cancellationToken);
            }

            foreach (var property in part.Contained)
            {
                await KeepInItemsAsync(after[property.Name] as JsonArray, before[property.Name] as JsonArray, cancellationToken);
            }
        }
    }

    private async ValueTask KeepInItemsAsync(JsonArray? after, JsonArray? before, CancellationToken cancellationToken)
    {
        foreach (var item in after?.OfType<JsonObject>() ?? [])
        {
            if (
                item.FindText("ContentItemId") is { Length: > 0 } id
                && before
                    ?.OfType<JsonObject>()
                    .FirstOrDefault(other => string.Equals(other.FindText("ContentItemId"), id, StringComparison.OrdinalIgnoreCase))
                    is { } known
                && change.Configuration.Model.FindType(known.FindText("ContentType") ?? "") is { } type
            )
            {
                await KeepAsync(item, known, type, cancellationToken);
            }
        }
    }

    private async ValueTask KeepAsync(JsonObject? after, JsonObject? before, CancellationToken cancellationToken)
    {
        if (
            after is null
            || before?[ContentReference.Ids] is not JsonArray named
            || after[ContentReference.Ids] is not JsonArray given
            || JsonNode.DeepEquals(named, given)
        )
        {
            return;
        }

        for (var index = 0; index < named.Count; index++)
        {
            if (
                named[index] is JsonValue value
                && value.TryGetValue<string>(out var id)
                && !given.Any(other =>
                    other is JsonValue text
                    && text.TryGetValue<string>(out var known)
                    && string.Equals(known, id, StringComparison.OrdinalIgnoreCase)
                )
                && await change.IsHiddenAsync(new(id), cancellationToken)
            )
            {
                given.Insert(Math.Min(index, given.Count), id);
            }
        }
    }
}
