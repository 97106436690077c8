using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Queries;

/// <summary>
/// Which ids in pickers name something that the principal may see. For answers that give the ids themselves: what is looked up by them goes through
/// <see cref="ContentReader"/> anyway. Scoped.
/// </summary>
public sealed class SeenLinks(ContentReader reader, TenantConfigurations configurations, TenantContext tenant, CurrentPrincipal principal)
{
    /// <summary>Those of the ids that name an item which the principal may see: in public, or in its newest version where she may preview or edit.</summary>
    /// <returns>All of them for whoever may see everything.</returns>
    public async ValueTask<IReadOnlySet<ContentItemId>> FindAsync(IReadOnlyCollection<ContentItemId> ids, CancellationToken cancellationToken)
    {
        var asked = ids.Where(id => id.Value.Length > 0 && !id.Value.Contains('\0', StringComparison.Ordinal)).ToHashSet();
        if (principal.Value.Kind == PrincipalKind.System || principal.Value.Roles.Contains(Roles.Administrator, StringComparer.OrdinalIgnoreCase) || asked.Count == 0)
        {
            return asked;
        }

        var seen = new HashSet<ContentItemId>();
        await AddAsync(VersionState.Published);
        asked.ExceptWith(seen);
        if (asked.Count > 0 && principal.Value.Kind != PrincipalKind.Anonymous)
        {
            await AddAsync(VersionState.Latest);
        }

        return seen;

        async ValueTask AddAsync(VersionState state)
        {
            var query = new ContentQuery
            {
                State = state,
                Filter = ContentFilter.In(ContentPaths.ContentItemId, [.. asked.Select(ContentValue.Of)]),
                Take = asked.Count,
                Scope = ContentScope.Envelope,
            };
            // Who may not ask for the state sees nothing in it.
            if ((await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out _))
            {
                seen.UnionWith(page.Items.Select(item => item.ContentItemId));
            }
        }
    }

    /// <summary>The items without the other ids in their pickers; an item that names none of those is given as it is.</summary>
    public async ValueTask<IReadOnlyList<ContentItem>> WithoutOthersAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var model = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration.Model;
        var seen = await FindAsync([.. items.SelectMany(item => PickersOf(item, model)).SelectMany(list => list.Select(IdOf)).OfType<ContentItemId>()], cancellationToken);
        return [.. items.Select(item => PickersOf(item, model).Any(list => list.Any(IsOther)) ? Without(item) : item)];

        bool IsOther(JsonNode? node) => IdOf(node) is { } id && !seen.Contains(id);

        ContentItem Without(ContentItem item)
        {
            // What the reader gives is shared by all who read it.
            var copy = item.DeepClone();
            foreach (var list in PickersOf(copy, model))
            {
                for (var index = list.Count - 1; index >= 0; index--)
                {
                    if (IsOther(list[index]))
                    {
                        list.RemoveAt(index);
                    }
                }
            }

            return copy;
        }
    }

    private static List<JsonArray> PickersOf(ContentItem item, ContentModel model) => model.FindType(item.ContentType) is not { } type ? [] :
    [
        .. StoredField.Of(item, type, model).Where(field => field.Model.Kind?.Name == PickerTarget.ItemPicker).Select(field => field.Value[PickerTarget.Ids]).OfType<JsonArray>(),
    ];

    private static ContentItemId? IdOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var id) ? new(id) : null;
}
