using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Rules;

/// <summary>
/// What an item's definition closes: texts picked from a list, levels of visibility, the taxonomy of a field, the types in a bag.
/// </summary>
public static class ClosedLists
{
    private const string PredefinedList = "PredefinedList";

    /// <summary>
    /// The values that a field may hold, in the order of its definition; empty for a field that is open. Such a field may also be empty,
    /// unless it says who may see the item.
    /// </summary>
    public static ImmutableArray<string> Of(FieldModel field) =>
        field.Kind?.Name switch
        {
            "TextField" when IsLevel(field) => VisibilityLevels.All,
            "TextField" when field.Definition.Settings.Get<ContentPartFieldSettings>().Editor == PredefinedList => Values(
                field.Definition.Settings.Get<TextFieldPredefinedListEditorSettings>().Options
            ),
            "MultiTextField" => Values(field.Definition.Settings.Get<MultiTextFieldSettings>().Options),
            _ => [],
        };

    /// <summary>Every value of a normalized item, and of the items that it contains, that its definition does not know.</summary>
    internal static IEnumerable<Problem> FindProblems(ContentItem item, TypeModel type, ContentModel model) =>
        StoredField
            .Of(item, type, model)
            .SelectMany(FindInField)
            .Concat(ContentTree.Of(item.Content, type, model).Select(FindInContainer).OfType<Problem>())
            .Concat(ContentTree.Of(item.Content, type, model).SelectMany(stored => FindUndefined(stored, model)));

    // Nobody knows which fields of such an item are hidden, so no writer could keep them for her.
    private static IEnumerable<Problem> FindUndefined(StoredItem item, ContentModel model) =>
        from list in ContentTree.ListsOf(item)
        from contained in (list.FindIn(item.Content) ?? []).Select((node, index) => (Json: node as JsonObject, Index: index))
        where contained.Json is not null
        let named = contained.Json.FindText("ContentType") ?? ""
        where model.FindType(named) is null
        select new Problem(
            $"{item.Path}{list.Path}[{contained.Index}].ContentType",
            $"the type '{named}' is not defined; expected a content type"
        );

    private static IEnumerable<Problem> FindInField(StoredField field)
    {
        if (field.Model.Kind?.Name == "TaxonomyField")
        {
            return
                field.Value.FindText("TaxonomyContentItemId") is { Length: > 0 } named
                && field.Model.Definition.Settings.Get<TaxonomyFieldSettings>().TaxonomyContentItemId is { Length: > 0 } expected
                && !string.Equals(named, expected, StringComparison.OrdinalIgnoreCase)
                ?
                [
                    new(
                        $"{field.Path}.TaxonomyContentItemId",
                        $"is '{named}'; expected '{expected}', the taxonomy that the field takes its terms from"
                    ),
                ]
                : [];
        }

        var allowed = Of(field.Model);
        if (allowed.IsEmpty)
        {
            return [];
        }

        var main = field.Model.Kind!.Main;
        var isList = main.Kind == StoredKind.TextList;
        return main.Values(field.Value[main.Name])
            .Select(
                (value, index) => (Text: value.AsText(), Path: isList ? $"{field.Path}.{main.Name}[{index}]" : $"{field.Path}.{main.Name}")
            )
            .Where(value => !allowed.Contains(value.Text) && (value.Text.Length > 0 || isList || IsLevel(field.Model)))
            .Select(value => new Problem(value.Path, $"is '{value.Text}'; expected one of {string.Join(", ", allowed)}"));
    }

    private static Problem? FindInContainer(StoredItem item)
    {
        if (item.Container is not { } container)
        {
            return null;
        }

        var settings = container.Definition.Settings;
        string[] types = container.Kind?.Name switch
        {
            PartNames.Bag => settings.Get<BagPartSettings>().ContainedContentTypes,
            "FlowPart" => settings.Get<FlowPartSettings>().ContainedContentTypes,
            _ => [],
        };
        string[] stereotypes = container.Kind?.Name == PartNames.Bag ? settings.Get<BagPartSettings>().ContainedStereotypes : [];
        return
            types.Length + stereotypes.Length == 0
            || types.Contains(item.Type.Name, StringComparer.OrdinalIgnoreCase)
            || stereotypes.Contains(item.Type.Settings.Stereotype, StringComparer.OrdinalIgnoreCase)
            ? null
            : new(
                $"{item.Path}ContentType",
                $"is '{item.Type.Name}'; expected one of {string.Join(", ", types.Concat(stereotypes))}, "
                    + $"which the part '{container.Name}' may hold"
            );
    }

    private static bool IsLevel(FieldModel field) => field.Part.Definition.PartName == PartNames.Visibility && field.Name == "Level";

    private static ImmutableArray<string> Values(ListOption[] options) => [.. options.Select(option => option.Value)];
}
