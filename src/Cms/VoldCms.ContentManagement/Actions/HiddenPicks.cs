using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Reading;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// The ids in pickers that name what the writer may not see. She was not given them, so they stay when she saves the item back. The other
/// side of <see cref="Reading.VisiblePicks"/>.
/// </summary>
internal sealed class HiddenPicks(ItemAction change)
{
    /// <summary>Puts back, where they were in their lists, the hidden ids that a writer could not have kept.</summary>
    /// <param name="content">What is to be stored; changed.</param>
    /// <param name="previous">What was stored.</param>
    /// <param name="type">The type of both.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask KeepAsync(JsonObject content, JsonObject previous, TypeModel type, CancellationToken cancellationToken)
    {
        foreach (var (item, before) in ContentTree.Beside(content, previous, type, change.Configuration.Model))
        {
            foreach (var picker in before.Parts.SelectMany(StoredField.Of))
            {
                if (picker.Model.Kind!.Name == ContentReference.ItemPicker)
                {
                    await KeepAsync(item.Content, picker, cancellationToken);
                }
            }
        }
    }

    private async ValueTask KeepAsync(JsonObject content, StoredField picker, CancellationToken cancellationToken)
    {
        var (part, field) = (picker.Model.Part.Name, picker.Model.Name);
        var given = ((content[part] as JsonObject)?[field] as JsonObject).FindTexts(ContentReference.Ids);
        var named = picker.Value.FindTexts(ContentReference.Ids);
        for (var index = 0; index < named.Count; index++)
        {
            if (
                !given.Contains(named[index], StringComparer.OrdinalIgnoreCase)
                && await change.IsHiddenAsync(new(named[index]), cancellationToken)
                && content
                    .FindOrAdd(part, new JsonObject())
                    ?.FindOrAdd(field, new JsonObject())
                    ?.FindOrAdd(ContentReference.Ids, new JsonArray())
                    is { } ids
            )
            {
                ids.Insert(Math.Min(index, ids.Count), named[index]);
            }
        }
    }
}
