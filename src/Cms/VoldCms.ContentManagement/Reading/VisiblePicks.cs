using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// Which ids name something that the principal may see. For answers that give the ids themselves: what is looked up by them goes through
/// <see cref="ContentReader"/> anyway, which also sees to filters and counts. Scoped.
/// </summary>
public sealed class VisiblePicks(
    ContentReader reader,
    TenantConfigurations configurations,
    TenantContext tenant,
    CurrentPrincipal principal
)
{
    /// <summary>
    /// Those of the ids that name an item which the principal may see: in public, or in its newest version where she may preview or edit.
    /// </summary>
    /// <returns>All of them for whoever may see everything.</returns>
    public async ValueTask<IReadOnlySet<ContentItemId>> FindAsync(
        IReadOnlyCollection<ContentItemId> ids,
        CancellationToken cancellationToken
    )
    {
        var asked = ids.Where(id => id.Value.Length > 0 && !id.Value.Contains('\0', StringComparison.Ordinal)).ToHashSet();
        if (ReadAccess.IsUnlimited(principal.Value) || asked.Count == 0)
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

    private ValueTask<IReadOnlySet<ContentItemId>> FindAsync(
        LinkKind kind,
        IReadOnlyCollection<ContentItemId> ids,
        CancellationToken cancellationToken
    ) =>
        kind switch
        {
            LinkKind.Item => FindAsync(ids, cancellationToken),
            LinkKind.Term => FindTermsAsync(ids, cancellationToken),
            LinkKind.LocalizationSet => FindSetsAsync(ids, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
        };

    // Terms of public taxonomies.
    private async ValueTask<IReadOnlySet<ContentItemId>> FindTermsAsync(
        IReadOnlyCollection<ContentItemId> ids,
        CancellationToken cancellationToken
    )
    {
        var asked = ids.ToHashSet();
        if (!ReadAccess.IsUnlimited(principal.Value) && asked.Count > 0)
        {
            var model = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration.Model;
            asked.IntersectWith(
                (await new LinkedContent(reader, model).FindSeenTermsAsync(cancellationToken)).Select(id => new ContentItemId(id.AsText()))
            );
        }

        return asked;
    }

    // Sets that a public item belongs to.
    private async ValueTask<IReadOnlySet<ContentItemId>> FindSetsAsync(
        IReadOnlyCollection<ContentItemId> sets,
        CancellationToken cancellationToken
    )
    {
        var asked = sets.Where(set => set.Value.Length > 0 && !set.Value.Contains('\0', StringComparison.Ordinal)).ToHashSet();
        if (ReadAccess.IsUnlimited(principal.Value) || asked.Count == 0)
        {
            return asked;
        }

        var model = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration.Model;
        ImmutableArray<string> types = [.. model.Types.Where(type => type.IsLocalized).Select(type => type.Name)];
        var query = new ContentQuery
        {
            ContentTypes = types,
            Filter = ContentFilter.In(ContentPaths.LocalizationSet, [.. asked.Select(ContentValue.Of)]),
        }.AllAtOnce();
        asked.IntersectWith(
            types.IsEmpty || !(await reader.ListAsync(query, cancellationToken)).TryGet(out var page, out _)
                ? []
                : page.Items.Select(ContentItemParts.LocalizationSetOf).OfType<string>().Select(set => new ContentItemId(set))
        );
        return asked;
    }

    /// <summary>
    /// Those of the ids outside pickers that are given in answers: to a visitor those of what she may see, to others all, for what somebody
    /// writes back must not lack what she was not shown, and only pickers see to that.
    /// </summary>
    public async ValueTask<IReadOnlySet<ContentItemId>> FindShownAsync(
        LinkKind kind,
        IReadOnlyCollection<ContentItemId> ids,
        CancellationToken cancellationToken
    ) => principal.Value.Kind == PrincipalKind.Anonymous ? await FindAsync(kind, ids, cancellationToken) : ids.ToHashSet();

    /// <summary>
    /// The items without the ids that the principal may not know, as
    /// <see cref="FindAsync(IReadOnlyCollection{ContentItemId}, CancellationToken)"/> and <see cref="FindShownAsync"/> have it; an item
    /// that names none of those is given as it is.
    /// </summary>
    public ValueTask<IReadOnlyList<ContentItem>> StripHiddenAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken) =>
        StripHiddenAsync(items, ofEveryKind: principal.Value.Kind == PrincipalKind.Anonymous, cancellationToken);

    /// <param name="items">As the reader gave them.</param>
    /// <param name="ofEveryKind">Not in pickers of items alone, but of terms, localization sets, taxonomies and lists too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async ValueTask<IReadOnlyList<ContentItem>> StripHiddenAsync(
        IReadOnlyList<ContentItem> items,
        bool ofEveryKind,
        CancellationToken cancellationToken
    )
    {
        var model = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration.Model;
        var links = items
            .SelectMany(item => StoredLink.Of(item, model))
            .Where(link => ofEveryKind || link.IsOfPicker)
            .ToLookup(link => link.Kind, link => new ContentItemId(link.Id));
        var seen = new Dictionary<LinkKind, IReadOnlySet<ContentItemId>>();
        foreach (var kind in links)
        {
            seen.Add(kind.Key, await FindAsync(kind.Key, [.. kind], cancellationToken));
        }

        return [.. items.Select(item => StoredLink.Of(item, model).Any(IsOther) ? Without(item) : item)];

        bool IsOther(StoredLink link) => (ofEveryKind || link.IsOfPicker) && !seen[link.Kind].Contains(new(link.Id));

        ContentItem Without(ContentItem item)
        {
            // What the reader gives is shared by all who read it.
            var copy = item.DeepClone();
            foreach (var link in StoredLink.Of(copy, model).Where(IsOther).Reverse().ToList())
            {
                link.TakeOut();
            }

            return copy;
        }
    }
}
