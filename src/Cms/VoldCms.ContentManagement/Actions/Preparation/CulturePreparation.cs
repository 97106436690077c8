using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Actions.Preparation;

/// <summary>
/// Gives an item its language and its localization set, and finds another item of the set in that language.
/// </summary>
internal sealed class CulturePreparation(PreparationScope scope)
{
    /// <summary>Completes <c>LocalizationPart</c>, where the item has one.</summary>
    public async ValueTask LocalizeAsync(ContentItem item, ContentItem? previous, CancellationToken cancellationToken)
    {
        if (item.FindPart(PartNames.Localization) is not { } part)
        {
            return;
        }

        Fill(part, "LocalizationSet", previous is null ? null : ContentItemParts.LocalizationSetOf(previous), UniqueId.New);
        Fill(
            part,
            "Culture",
            previous is null ? null : ContentItemParts.CultureOf(previous),
            () => scope.Configuration.Settings.DefaultCulture
        );
        var given = ContentItemParts.CultureOf(item)!;
        part["Culture"] = Cultures.FindAmong(given, scope.Configuration.Settings.SupportedCultures) ?? Cultures.Canonical(given);
        var (set, culture) = (ContentItemParts.LocalizationSetOf(item)!, ContentItemParts.CultureOf(item)!);
        if (await scope.Work.Content.FindLocalizationAsync(set, culture, cancellationToken) is { } other && other != item.ContentItemId)
        {
            scope.Problems.Add(
                new(
                    $"{PartNames.Localization}.Culture",
                    $"the set '{set}' has an item in '{culture}' already, "
                        + $"{await scope.NameAsync(other, cancellationToken)}; expected one item a culture"
                )
            );
        }
    }

    private static void Fill(JsonObject part, string key, string? kept, Func<string> make)
    {
        if (string.IsNullOrEmpty(part.FindText(key)))
        {
            part[key] = string.IsNullOrEmpty(kept) ? make() : kept;
        }
    }
}
