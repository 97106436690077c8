using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Json;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Presentation.Admin;
using VoldCms.Presentation.Admin.Editors;

namespace VoldCms.Admin.Editors;

/// <summary>
/// Picks others in their order: one writes a name, which the browser completes. Two statements for all the pickers of a form: what is
/// picked, and what can be.
/// </summary>
internal abstract class Picker(ContentReader reader, TenantContext tenant) : IFieldEditor
{
    public abstract EditorKey Key { get; }

    public string Partial => "_Picker";

    public bool IsGroup => true;

    /// <summary>The property that has the ids.</summary>
    protected abstract string Ids { get; }

    /// <summary>The path by which what is picked is found.</summary>
    protected abstract string Path { get; }

    public string? TextOf(EditedField field, object model) => string.Join(", ", ((PickedItems)model).Picked.Select(item => item.Name));

    public async ValueTask<IReadOnlyList<object>> ShowAsync(IReadOnlyList<EditedField> fields, CancellationToken cancellationToken)
    {
        var picked = await ReadPickedAsync(fields, cancellationToken);
        var choices = await ReadChoicesAsync(fields, cancellationToken);
        var brought = new HashSet<string>();
        return
        [
            .. fields.Select(field => new PickedItems(
                field,
                field.InputName(Ids),
                [.. field.Value.FindTexts(Ids).Select(id => NameOf(id, picked))],
                choices[TypesKey(field)]
            )
            {
                IsMultiple = IsMultiple(field),
                Typed = field.Problem is null ? "" : field.Typed?.Text(field.InputName("add")) ?? "",
                BringsChoices = brought.Add(TypesKey(field)),
            }),
        ];
    }

    public async ValueTask<IReadOnlyList<FieldReading>> ReadAsync(
        IReadOnlyList<EditedField> fields,
        PostedValues posted,
        CancellationToken cancellationToken
    )
    {
        var typing = fields.Where(field => Typed(field, posted).Length > 0).ToList();
        var choices = typing.Count == 0 ? null : await ReadChoicesAsync(typing, cancellationToken);
        return [.. fields.Select(field => Read(field, posted, choices?.GetValueOrDefault(TypesKey(field))))];
    }

    /// <summary>The types that the field may name; empty for any.</summary>
    protected abstract string[] TypesOf(EditedField field);

    protected abstract bool IsMultiple(EditedField field);

    /// <summary>What stands for an item in the field; null where it cannot be picked.</summary>
    protected abstract string? IdOf(ContentItem item);

    private FieldReading Read(EditedField field, PostedValues posted, PickChoices? choices)
    {
        var stored = field.Value.FindTexts(Ids);
        List<string> ids = posted.Has(field.InputName(Ids))
            ? [.. posted.All(field.InputName(Ids)).Where(id => id.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]
            : [.. stored];
        if (Typed(field, posted) is { Length: > 0 } typed)
        {
            var found = choices?.ByName.GetValueOrDefault(typed);
            if (found is null)
            {
                return new(Changed(), field.T["Nothing is called {0}. Choose from the list.", typed]);
            }

            if (!IsMultiple(field))
            {
                ids.Clear();
            }

            if (!ids.Contains(found, StringComparer.OrdinalIgnoreCase))
            {
                ids.Add(found);
            }
        }

        return new(Changed());

        JsonObject? Changed() =>
            ids.SequenceEqual(stored) ? null : new JsonObject { [Ids] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };
    }

    private async Task<IReadOnlyDictionary<string, ContentItem>> ReadPickedAsync(
        IReadOnlyList<EditedField> fields,
        CancellationToken cancellationToken
    )
    {
        var ids = fields.SelectMany(field => field.Value.FindTexts(Ids)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (ids.Count == 0)
        {
            return ImmutableDictionary<string, ContentItem>.Empty;
        }

        var query = new ContentQuery { State = VersionState.Latest, Filter = ContentFilter.In(Path, [.. ids.Select(ContentValue.Of)]) };
        var items = await ListAsync(query, cancellationToken);
        return items
            .Where(item => IdOf(item) is not null)
            .GroupBy(item => IdOf(item)!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    // In the language that is edited: of each set of translations one.
    private async Task<Dictionary<string, PickChoices>> ReadChoicesAsync(
        IReadOnlyList<EditedField> fields,
        CancellationToken cancellationToken
    )
    {
        var types = fields.Select(TypesOf).ToList();
        var query = new ContentQuery
        {
            State = VersionState.Latest,
            ContentTypes = types.Exists(names => names.Length == 0) ? [] : [.. types.SelectMany(names => names).Distinct()],
            Culture = fields[0].Culture?.Name,
            Scope = this is SetPicker ? ContentScope.Document : ContentScope.Envelope,
        }.OrderBy(ContentPaths.DisplayText);
        var items = await ListAsync(query, cancellationToken);
        var choices = new Dictionary<string, PickChoices>();
        foreach (var field in fields.DistinctBy(TypesKey))
        {
            var names = TypesOf(field);
            choices[TypesKey(field)] = new(
                $"choices-{Key.Kind}-{choices.Count}",
                NamesOf(items.Where(item => names.Length == 0 || names.Contains(item.ContentType, StringComparer.OrdinalIgnoreCase)))
            );
        }

        return choices;
    }

    // Whoever may not see the drafts of others picks among what is public.
    private async Task<IReadOnlyList<ContentItem>> ListAsync(ContentQuery query, CancellationToken cancellationToken)
    {
        var all = query.AllAtOnce();
        if ((await reader.ListAsync(all, cancellationToken)).TryGet(out var page, out _) && page.Items.Count > 0)
        {
            return page.Items;
        }

        return (await reader.ListAsync(all with { State = VersionState.Published }, cancellationToken)).TryGet(out var seen, out _)
            ? seen.Items
            : [];
    }

    // Two of one name are told apart by the ends of their ids.
    private Dictionary<string, string> NamesOf(IEnumerable<ContentItem> items)
    {
        var names = new Dictionary<string, string>(StringComparer.CurrentCultureIgnoreCase);
        foreach (var item in items)
        {
            if (IdOf(item) is { } id && item.DisplayText is { Length: > 0 } name && !names.TryAdd(name, id))
            {
                names.TryAdd($"{name} (…{id[^Math.Min(4, id.Length)..]})", id);
            }
        }

        return names;
    }

    private PickedItem NameOf(string id, IReadOnlyDictionary<string, ContentItem> picked) =>
        picked.TryGetValue(id, out var item)
            ? new(id, item.DisplayText is { Length: > 0 } name ? name : id, new AdminAddresses(tenant.Tenant.Name).Item(item.ContentItemId))
            : new(id, id, null);

    private static string Typed(EditedField field, PostedValues posted) => posted.Text(field.InputName("add"))?.Trim() ?? "";

    private string TypesKey(EditedField field) => string.Join(' ', TypesOf(field));
}
