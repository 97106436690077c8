using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// What the definition asks of an item beyond its shape: required titles and fields. Editors and programs must obey before
/// publishing; recipes are told.
/// </summary>
public static class ItemRules
{
    /// <summary>Every rule that the item breaks, contained items not included.</summary>
    public static ImmutableArray<Problem> Check(ContentItem item, TypeModel type)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var part in type.Parts)
        {
            if (part.Kind?.Name == PartNames.Title
                && part.Definition.Settings.Get<TitlePartSettings>().Options == TitleOptions.EditableRequired
                && string.IsNullOrWhiteSpace(item.FindPart(part.Name)?.FindText("Title")))
            {
                problems.Add(new($"{part.Name}.Title", "is empty; expected a title"));
            }

            foreach (var field in part.Fields.Where(field => field.IsRequired && field.Kind is not null))
            {
                var main = field.Kind!.Main;
                if (IsEmpty(item.FindField(part.Name, field.Name)?[main.Name]))
                {
                    problems.Add(new($"{part.Name}.{field.Name}.{main.Name}", $"is empty; expected {main.Expected}, '{field.Definition.DisplayName}' is required"));
                }
            }
        }

        return problems.ToImmutable();
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue text when text.GetValueKind() == JsonValueKind.String => string.IsNullOrWhiteSpace(text.GetValue<string>()),
        _ => false,
    };
}
