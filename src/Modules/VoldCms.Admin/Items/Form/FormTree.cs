using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using VoldCms.Admin.Editors;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Localization;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Visibility;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Items.Form;

/// <summary>What a form is laid out for. Immutable.</summary>
internal sealed record FormScene
{
    /// <summary>The texts in the person's language.</summary>
    public required Texts T { get; init; }

    /// <summary>The tenant's definitions and settings.</summary>
    public required TenantConfiguration Configuration { get; init; }

    /// <summary>Fields above it are not shown.</summary>
    public required VisibilityLevel MaximumVisibility { get; init; }

    /// <summary>The item's language; null for one without.</summary>
    public Culture? Culture { get; init; }

    /// <summary>What the form was sent with; null for one that is opened.</summary>
    public PostedValues? Posted { get; init; }

    /// <summary>What is wrong, by the paths below the item.</summary>
    public IReadOnlyDictionary<string, Wording> Problems { get; init; } = ImmutableDictionary<string, Wording>.Empty;

    /// <summary>What others have written meanwhile, by the paths of the fields.</summary>
    public IReadOnlyDictionary<string, string> Theirs { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>
/// Lays a definition and an item out as a form. Names of inputs begin with the ids of contained items and not with their places, so that
/// what was typed stays with its item when that is moved.
/// </summary>
internal sealed class FormTree(FieldEditors editors, FormScene scene)
{
    private const char TokenSeparator = ':';

    /// <summary>The tree of an item.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="content">Its parts; not changed.</param>
    public FormItem Grow(TypeModel type, JsonObject content) => Grow(type, content, token: "", prefix: "", path: "");

    /// <summary>What stands for a contained item in the order of its list.</summary>
    public static string TokenOf(string id, string type) => $"{id}{TokenSeparator}{type}";

    private FormItem Grow(TypeModel type, JsonObject content, string token, string prefix, string path)
    {
        var parts = type.Parts.OrderBy(part => Place(part.Definition.Settings.Get<ContentTypePartSettings>().Position), s_places);
        return new(
            type,
            content,
            token,
            [
                .. parts
                    .Select(part => Grow(type, part, content[part.Name] as JsonObject, prefix, path))
                    .Where(part => part.Fields.Length + part.Lists.Length > 0),
            ],
            [.. KeptIn(type, content)]
        );
    }

    private FormPart Grow(TypeModel type, PartModel part, JsonObject? stored, string prefix, string path)
    {
        var fields = part
            .Fields.Where(field => field.Kind is not null && field.Visibility <= scene.MaximumVisibility)
            .OrderBy(field => Place(field.Definition.Settings.Get<ContentPartFieldSettings>().Position), s_places)
            .Select(field => Edit(part, field, stored?[field.Name] as JsonObject, prefix, path));
        var own = part.Kind is { Properties.Length: > 0 } ? Edit(part, null, stored, prefix, path) : null;
        var settings = part.Definition.Settings.Get<ContentTypePartSettings>();
        var general = scene.Configuration.Model.Definitions.FindPart(part.Definition.PartName)?.Settings.Get<ContentPartSettings>();
        var heading = FirstOf(settings.DisplayName, part.Name == type.Name ? "" : general?.DisplayName);
        return new(
            part,
            heading is null ? null : Words(heading),
            FirstOf(settings.Description, general?.Description) is { } description ? Words(description) : null,
            [
                .. new[] { own }
                    .Concat(fields)
                    .OfType<EditedField>()
                    .Where(field => editors.Find(field) is { } editor && editor.IsShown(field)),
            ],
            [.. part.Contained.Select(property => Grow(part, property.Name, stored, prefix, path)).OfType<FormList>()]
        );
    }

    private EditedField Edit(PartModel part, FieldModel? field, JsonObject? value, string prefix, string path)
    {
        var below = field is null ? part.Name : $"{part.Name}.{field.Name}";
        var edited = new EditedField
        {
            Part = part,
            Field = field,
            Path = path + below,
            Name = prefix + below,
            Value = value,
            Typed = scene.Posted,
            T = scene.T,
            TimeZone = scene.Configuration.Settings.TimeZone,
            Culture = scene.Culture,
            Label = "",
        };
        var editor = editors.Find(edited);
        var settings = field?.Definition.Settings.Get<ContentPartFieldSettings>();
        var name = FirstOf(settings?.DisplayName, field?.Definition.DisplayName);
        var hint = field is null ? null : FirstOf(field.Definition.Settings.HintOf(field.Kind!.Name), settings?.Description);
        return edited with
        {
            Label = name is not null ? Words(name) : editor?.LabelOf(scene.T) ?? part.Name,
            Hint = hint is null ? editor?.HintOf(edited) : Words(hint),
            IsRequired = editor?.IsRequired(edited) == true,
            Problem = FindProblem(edited.Path),
            Theirs = scene.Theirs.GetValueOrDefault(edited.Path),
        };
    }

    private FormList? Grow(PartModel part, string property, JsonObject? stored, string prefix, string path)
    {
        var name = $"{prefix}{part.Name}.{property}";
        var allowed = AllowedIn(part);
        var items = (stored?[property] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var isPosted = scene.Posted?.Has(name) == true;
        if (isPosted)
        {
            items =
            [
                .. scene
                    .Posted!.All(name)
                    .Where(token => token.Length > 0)
                    .DistinctBy(token => token.Split(TokenSeparator)[0], StringComparer.OrdinalIgnoreCase)
                    .Select(token => ItemOf(token, items, allowed))
                    .OfType<JsonObject>(),
            ];
        }

        return new(
            part,
            property,
            name,
            prefix.Length == 0 ? scene.Theirs.GetValueOrDefault($"{part.Name}.{property}") : null,
            isPosted,
            allowed,
            [.. items.Select((item, index) => Grow(item, name, $"{path}{part.Name}.{property}[{index}].")).OfType<FormItem>()]
        );
    }

    private FormItem? Grow(JsonObject item, string list, string path)
    {
        var id = item.FindText("ContentItemId") ?? "";
        return scene.Configuration.Model.FindType(item.FindText("ContentType") ?? "") is { } type
            ? Grow(type, item, TokenOf(id, type.Name), $"{list}.{id}.", path)
            : null;
    }

    // What the form names is one of those stored, or new and of a type that may lie there.
    private static JsonObject? ItemOf(string token, List<JsonObject> stored, ImmutableArray<TypeModel> allowed)
    {
        var (id, typeName) = token.IndexOf(TokenSeparator) is > 0 and var end ? (token[..end], token[(end + 1)..]) : (token, "");
        return stored.Find(item => string.Equals(item.FindText("ContentItemId"), id, StringComparison.OrdinalIgnoreCase))
            ?? (
                IsNewId(id) && allowed.FirstOrDefault(type => type.Name == typeName) is { } type
                    ? new JsonObject { ["ContentItemId"] = id, ["ContentType"] = type.Name }
                    : null
            );
    }

    // As this program makes them: whoever forges others would make an item that no form can name.
    private static bool IsNewId(string id) => id.Length == ContentItemId.New().Value.Length && id.All(char.IsAsciiLetterOrDigit);

    private ImmutableArray<TypeModel> AllowedIn(PartModel part)
    {
        var settings = part.Definition.Settings;
        string[] types =
        [
            .. settings.Get<BagPartSettings>().ContainedContentTypes,
            .. settings.Get<FlowPartSettings>().ContainedContentTypes,
        ];
        var stereotypes = settings.Get<BagPartSettings>().ContainedStereotypes;
        return
        [
            .. types.Select(scene.Configuration.Model.FindType).OfType<TypeModel>(),
            .. scene.Configuration.Model.Types.Where(type =>
                stereotypes.Contains(type.Settings.Stereotype, StringComparer.OrdinalIgnoreCase)
            ),
        ];
    }

    private static IEnumerable<string> KeptIn(TypeModel type, JsonObject content) =>
        content
            .Where(part => part.Value is JsonObject && type.FindPart(part.Key) is not { IsKnown: true })
            .Select(part => part.Key)
            .Concat(
                from part in type.Parts
                from field in part.Fields
                where field.Kind is null && (content[part.Name] as JsonObject)?[field.Name] is not null
                select $"{part.Name}.{field.Name}"
            );

    private Wording? FindProblem(string path) =>
        scene
            .Problems.Where(problem =>
                problem.Key.StartsWith(path, StringComparison.OrdinalIgnoreCase)
                && (problem.Key.Length == path.Length || problem.Key[path.Length] is '.' or '[')
            )
            .Select(problem => problem.Value)
            .FirstOrDefault();

    private Wording Words(string words) => DefinitionText.Of(words, scene.T, scene.Configuration.Settings);

    private static string? FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                return text;
            }
        }

        return null;
    }

    // Orchard Core's positions are numbers parted by dots; what has none comes last.
    private static ImmutableArray<int> Place(string position) =>
        position.Length == 0
            ? [int.MaxValue]
            :
            [
                .. position
                    .Split('.')
                    .Select(step => int.TryParse(step, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue),
            ];

    private static readonly Comparer<ImmutableArray<int>> s_places = Comparer<ImmutableArray<int>>.Create(
        (left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan())
    );
}
