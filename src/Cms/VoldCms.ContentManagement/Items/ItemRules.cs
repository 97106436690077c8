using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Results;

namespace VoldCms.ContentManagement.Items;

/// <summary>
/// What is asked of an item beyond its shape: what the modules' <see cref="IFieldRule"/>s say of its values, and what its
/// definition requires. Editors and programs must obey; recipes are told. Thread-safe.
/// </summary>
public sealed class ItemRules(IEnumerable<IFieldRule> rules)
{
    private readonly ImmutableArray<IFieldRule> _rules = [.. rules];

    /// <summary>Every value that breaks a module's rule, in contained items too. Asked of every draft.</summary>
    public IEnumerable<Problem> CheckValues(ContentItem item, TypeModel type, ContentModel model) => _rules.IsEmpty
        ? []
        : from field in StoredField.Of(item, type, model)
          from rule in _rules
          where rule.IsAbout(field.Model)
          let problem = rule.FindProblem(field.Value)
          where problem is not null
          select new Problem($"{field.Path}.{field.Model.Kind!.Main.Name}", problem);

    /// <summary>Every required title and field that is empty, contained items not included. Asked before an item is public.</summary>
    public static ImmutableArray<Problem> CheckRequired(ContentItem item, TypeModel type)
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
