using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Patterns;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// Makes the titles that definitions give a pattern for, and the display text.
/// </summary>
internal sealed class TitlePreparation(PreparationScope scope)
{
    /// <summary>
    /// Generated titles are made from their patterns, those of contained items before their container's; an item without a display
    /// text shows its title.
    /// </summary>
    public async ValueTask<ContentItem> WithTitleAsync(ContentItem item, TypeModel type)
    {
        // Those in it first: a walk comes to them last.
        foreach (var contained in ContentTree.Of(item.Content, type, scope.Configuration.Model).Skip(1).Reverse())
        {
            await MakeContainedTitleAsync(contained.Content, contained.Type, contained.Path);
        }

        if (
            type.FindPartOfKind(PartNames.Title) is { } title
            && ItemPattern.Of(title) is { } pattern
            && item.FindPart(PartNames.Title) is { } part
            && await scope.RenderAsync(pattern, item, $"{PartNames.Title}.Title") is { Length: > 0 } made
        )
        {
            part["Title"] = made;
            return item with { DisplayText = made };
        }

        return string.IsNullOrEmpty(item.DisplayText)
            ? item with
            {
                DisplayText = ContentItemParts.TitleOf(item) ?? item.DisplayText,
            }
            : item;
    }

    private async ValueTask MakeContainedTitleAsync(JsonObject contained, TypeModel type, string path)
    {
        if (type.FindPartOfKind(PartNames.Title) is not { } titlePart || ItemPattern.Of(titlePart) is not { } pattern)
        {
            return;
        }

        var item = new ContentItem
        {
            ContentItemId = new(contained.FindText("ContentItemId") ?? ""),
            ContentItemVersionId = new(contained.FindText("ContentItemVersionId") ?? ""),
            ContentType = type.Name,
            DisplayText = contained.FindText("DisplayText"),
            Owner = contained.FindText("Owner") ?? "",
            Author = contained.FindText("Author") ?? "",
            Content = contained,
        };
        if (await scope.RenderAsync(pattern, item, $"{path}{PartNames.Title}.Title") is not { Length: > 0 } title)
        {
            return;
        }

        contained["DisplayText"] = title;
        if (contained[PartNames.Title] is JsonObject part)
        {
            part["Title"] = title;
        }
        else
        {
            contained[PartNames.Title] = new JsonObject { ["Title"] = title };
        }
    }
}
