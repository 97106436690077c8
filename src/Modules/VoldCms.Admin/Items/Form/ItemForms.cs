using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.Admin.Editors;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.Hosting.Localization;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Items.Form;

/// <summary>A field as a page lays it out. Immutable.</summary>
/// <param name="Field">The field.</param>
/// <param name="Editor">Who shows it.</param>
/// <param name="Model">Of the editor's partial.</param>
internal sealed record FieldView(EditedField Field, IFieldEditor Editor, object Model);

/// <summary>A form that can be laid out. Immutable.</summary>
/// <param name="Root">The item that is edited.</param>
/// <param name="Views">Its fields, those of contained items too.</param>
internal sealed record ItemForm(FormItem Root, IReadOnlyDictionary<EditedField, FieldView> Views);

/// <summary>What a form that was sent says. Immutable.</summary>
/// <param name="Changes">The parts to lay over those stored; empty where nothing is another.</param>
/// <param name="Content">The parts as they would be then.</param>
/// <param name="Problems">What is no value, by the paths of the fields.</param>
/// <param name="Changed">The paths of the fields and lists that are another.</param>
internal sealed record FormReading(
    JsonObject Changes,
    JsonObject Content,
    ImmutableDictionary<string, Wording> Problems,
    ImmutableHashSet<string> Changed
);

/// <summary>Makes forms of definitions and items, and reads them back. Every editor is asked once, for all of its fields. Scoped.</summary>
internal sealed class ItemForms(IEnumerable<IFieldEditor> all)
{
    private readonly FieldEditors _editors = new(all);

    /// <summary>The form of an item.</summary>
    /// <param name="scene">Whom it is for.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="content">The parts; not changed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ItemForm> ShowAsync(FormScene scene, TypeModel type, JsonObject content, CancellationToken cancellationToken)
    {
        var root = new FormTree(_editors, scene).Grow(type, content);
        var views = new Dictionary<EditedField, FieldView>(ReferenceEqualityComparer.Instance);
        foreach (var group in ByEditor(root))
        {
            var models = await group.Key.ShowAsync([.. group], cancellationToken);
            foreach (var (field, model) in group.Zip(models))
            {
                views.Add(field, new(field, group.Key, model));
            }
        }

        return new(root, views);
    }

    /// <summary>What a form that was sent says.</summary>
    /// <param name="scene">With what was sent.</param>
    /// <param name="type">The item's type.</param>
    /// <param name="content">The parts that the edit started from; not changed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<FormReading> ReadAsync(FormScene scene, TypeModel type, JsonObject content, CancellationToken cancellationToken)
    {
        var root = new FormTree(_editors, scene).Grow(type, content);
        var readings = new Dictionary<EditedField, FieldReading>(ReferenceEqualityComparer.Instance);
        foreach (var group in ByEditor(root))
        {
            var read = await group.Key.ReadAsync([.. group], scene.Posted!, cancellationToken);
            foreach (var (field, reading) in group.Zip(read))
            {
                readings.Add(field, reading);
            }
        }

        var changed = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var changes = ChangesOf(root, readings, changed);
        return new(
            changes,
            ContentMerge.Merge(content, changes),
            readings
                .Where(reading => reading.Value.Problem is not null)
                .ToImmutableDictionary(reading => reading.Key.Path, reading => reading.Value.Problem!),
            changed.ToImmutable()
        );
    }

    /// <summary>What stands in the fields and lists of an item, by their paths: as it is stored, and in words.</summary>
    public async Task<IReadOnlyDictionary<string, (JsonNode? Value, string Text)>> CompareAsync(
        FormScene scene,
        TypeModel type,
        JsonObject content,
        CancellationToken cancellationToken
    )
    {
        var form = await ShowAsync(scene, type, content, cancellationToken);
        var values = new Dictionary<string, (JsonNode?, string)>();
        foreach (var part in form.Root.Parts)
        {
            foreach (var field in part.Fields)
            {
                values[field.Path] = (field.Value, TextOf(form.Views[field]));
            }

            foreach (var list in part.Lists)
            {
                values[list.Path] = ((content[part.Part.Name] as JsonObject)?[list.Property], TextOf(form, list));
            }
        }

        return values;
    }

    private static string TextOf(FieldView view) => view.Editor.TextOf(view.Field, view.Model) ?? "";

    private static string TextOf(ItemForm form, FormList list) =>
        string.Join('\n', list.Items.Select((item, index) => $"{index + 1}. {string.Join(" · ", TextsOf(form, item))}"));

    private static IEnumerable<string> TextsOf(ItemForm form, FormItem item) =>
        item.Fields.Select(field => TextOf(form.Views[field])).Where(text => text.Length > 0);

    private IEnumerable<IGrouping<IFieldEditor, EditedField>> ByEditor(FormItem root) =>
        root.Fields.GroupBy(field => _editors.Find(field)!);

    private static JsonObject ChangesOf(
        FormItem item,
        Dictionary<EditedField, FieldReading> readings,
        ImmutableHashSet<string>.Builder? changed
    )
    {
        var changes = new JsonObject();
        foreach (var part in item.Parts)
        {
            foreach (var field in part.Fields)
            {
                if (readings[field].Change is { } change)
                {
                    changed?.Add(field.Path);
                    Lay(changes.FindOrAdd(part.Part.Name, new JsonObject())!, field.Field?.Name, change);
                }
            }

            foreach (var list in part.Lists.Where(list => list.IsPosted))
            {
                var items = new JsonArray([
                    .. list.Items.Select(contained => ContentMerge.Merge(contained.Content, ChangesOf(contained, readings, changed: null))),
                ]);
                if (!JsonNode.DeepEquals(items, (item.Content[part.Part.Name] as JsonObject)?[list.Property] ?? new JsonArray()))
                {
                    changed?.Add(list.Path);
                    changes.FindOrAdd(part.Part.Name, new JsonObject())![list.Property] = items;
                }
            }
        }

        return changes;
    }

    // What a part holds of its own lies beside its fields.
    private static void Lay(JsonObject part, string? field, JsonObject change)
    {
        if (field is not null)
        {
            part[field] = change;
            return;
        }

        foreach (var (name, value) in change)
        {
            part[name] = value?.DeepClone();
        }
    }
}
