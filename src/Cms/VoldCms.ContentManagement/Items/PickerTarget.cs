using System.Collections.Immutable;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentManagement.Items;

/// <summary>What an item picks: another item, or a localization set.</summary>
/// <param name="Path">Where the pick stands, below the item, such as <c>Measure.Responsible.ContentItemIds[0]</c>.</param>
/// <param name="Id">The id of the item or of the set, as it is written.</param>
/// <param name="IsLocalizationSet">Whether the id is that of a set.</param>
public readonly record struct PickerTarget(string Path, string Id, bool IsLocalizationSet)
{
    /// <summary>The kind of field that picks items, and where it keeps their ids.</summary>
    internal const string ItemPicker = "ContentPickerField";

    internal const string Ids = "ContentItemIds";

    private const string SetPicker = "LocalizationSetContentPickerField";

    /// <summary>Everything that a normalized item and the items that it contains pick; the same target may come more than once.</summary>
    internal static ImmutableArray<PickerTarget> Of(ContentItem item, TypeModel type, ContentModel model)
    {
        var targets = ImmutableArray.CreateBuilder<PickerTarget>();
        foreach (var field in StoredField.Of(item, type, model).Where(field => field.Model.Kind is { Name: ItemPicker or SetPicker }))
        {
            var main = field.Model.Kind!.Main;
            var index = 0;
            foreach (var id in main.Values(field.Value[main.Name]))
            {
                targets.Add(new($"{field.Path}.{main.Name}[{index++}]", id.AsText(), field.Model.Kind.Name == SetPicker));
            }
        }

        return targets.DrainToImmutable();
    }

    /// <summary>The problem to tell of when the target is not there.</summary>
    public Results.Problem Missing() => new(Path, IsLocalizationSet
        ? $"is '{Id}', and no item belongs to that localization set; expected a set of this tenant"
        : $"is '{Id}', and there is no such content item; expected an item of this tenant");
}
