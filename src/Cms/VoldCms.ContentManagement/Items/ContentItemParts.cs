using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Items;

/// <summary>What the engine itself reads from stock parts; null or the default where an item does not carry them.</summary>
public static class ContentItemParts
{
    /// <summary>The title in TitlePart; null when the item has none.</summary>
    public static string? TitleOf(ContentItem item) => item.FindPart(PartNames.Title)?.FindText("Title");

    /// <summary>The path in AutoroutePart, without a leading slash; null when the item has none.</summary>
    public static string? PathOf(ContentItem item) => item.FindPart(PartNames.Autoroute)?.FindText("Path");

    /// <summary>The culture in LocalizationPart, such as <c>nb</c>; null when the item has none.</summary>
    public static string? CultureOf(ContentItem item) => item.FindPart(PartNames.Localization)?.FindText("Culture");

    /// <summary>What the item has in common with its translations, in LocalizationPart; null when it has none.</summary>
    public static string? LocalizationSetOf(ContentItem item) => item.FindPart(PartNames.Localization)?.FindText("LocalizationSet");

    /// <summary>
    /// An item without the part, or without a level in it, is public; one with a level that nobody knows is secret, to be safe.
    /// </summary>
    public static VisibilityLevel VisibilityOf(ContentItem item) => VisibilityIn(item.Content);

    /// <summary>The level of an item that is stored as that JSON, inside another or by itself.</summary>
    public static VisibilityLevel VisibilityIn(JsonObject item) =>
        item[PartNames.Visibility] switch
        {
            null => VisibilityLevel.Public,
            JsonObject part => part["Level"] switch
            {
                null => VisibilityLevel.Public,
                JsonObject level when level["Text"] is null => VisibilityLevel.Public,
                JsonObject level => VisibilityLevels.Read(level.FindText("Text")),
                _ => VisibilityLevel.Secret,
            },
            _ => VisibilityLevel.Secret,
        };
}
