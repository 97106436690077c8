using System.Collections.Immutable;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.ContentManagement.Visibility;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// The one way of reading. Adds to every query what the principal may see: the types, one's own items only, the level of
/// visibility, by which the store takes out hidden fields and contained items. Scoped.
/// </summary>
/// <remarks>What comes back is shared by all who read it: <see cref="ContentItem.DeepClone"/> before changing anything.</remarks>
public sealed class ContentReader(
    IContentQueryStore store,
    TenantConfigurations configurations,
    TenantContext tenant,
    CurrentPrincipal principal
)
{
    /// <summary>How much may be read through this reader, by whichever part of the request; null for as much as there is.</summary>
    public ReadBudget? Budget { get; set; }

    /// <summary>
    /// Lists what matches, as far as the principal may see it.
    /// </summary>
    /// <returns>
    /// A page (empty when nothing may be seen); <see cref="Forbidden"/> when the state needs a permission that is lacking;
    /// <see cref="Invalid"/> when a path is not one that can be filtered or ordered by.
    /// </returns>
    public async ValueTask<Result<ContentPage>> ListAsync(ContentQuery query, CancellationToken cancellationToken)
    {
        if (!(await AuthorizeAsync(query, cancellationToken)).TryGet(out var allowed, out var error))
        {
            return error;
        }

        return allowed.Query is { } authorized ? await store.ListAsync(authorized, cancellationToken) : ContentPage.Empty;
    }

    /// <summary>
    /// Filters and orders items that this reader gave, or that lie inside such, as the store does with those that are stored: without an
    /// order they stay as they stand.
    /// </summary>
    /// <returns>Those that match; <see cref="Invalid"/> as <see cref="ListAsync"/> has it.</returns>
    public async ValueTask<Result<ImmutableArray<ContentItem>>> SelectAsync(
        IReadOnlyList<ContentItem> items,
        ContentFilter? filter,
        ImmutableArray<ContentOrder> order,
        CancellationToken cancellationToken
    )
    {
        var configuration = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration;
        var access = new ReadAccess(configuration, principal.Value);
        var query = new ContentQuery { Filter = filter, Order = order };
        if (QueryCheck.FindProblem(query, configuration.Model, access) is { } problem)
        {
            return problem;
        }

        query = query with { Filter = BooleanDefaults.In(query.Filter, configuration.Model.Types) };
        if (
            !(await new LinkedContent(this, configuration.Model).ResolveAsync(query, cancellationToken)).TryGet(
                out var resolved,
                out var error
            )
        )
        {
            return error;
        }

        // By an id that the principal may not know nothing is found, here as little as in the store.
        var shown =
            ReadAccess.IsUnlimited(principal.Value) || VisibleTargets.AskedBy(resolved, configuration.Model).IsEmpty
                ? items
                : await new VisiblePicks(this, configurations, tenant, principal).StripHiddenAsync(
                    items,
                    ofEveryKind: true,
                    cancellationToken
                );
        var matches = items
            .Zip(
                shown,
                (item, seen) =>
                    (
                        Item: item,
                        Index: ContentIndexer.Index(
                            seen,
                            configuration.Model.FindType(item.ContentType),
                            configuration.Settings.SortCulture
                        )
                    )
            )
            .Where(entry => ContentMatcher.Matches(entry.Item, entry.Index, resolved.Filter));
        var comparer = Comparer<(ContentItem Item, IndexDocument Index)>.Create(
            (left, right) => ContentMatcher.Compare(left, right, resolved.Order)
        );
        return matches.OrderBy(entry => entry, comparer).Select(entry => entry.Item).ToImmutableArray();
    }

    /// <summary>
    /// Counts the items that match by their values at some paths, as far as the principal may see items and paths.
    /// </summary>
    /// <param name="query">What is counted; its page is one of groups, its order is not looked at.</param>
    /// <param name="paths">At least one; see <see cref="ContentPaths"/>, ids excepted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The most frequent first; else as <see cref="ListAsync"/>. Stored versions in state <see cref="VersionState.All"/> are not
    /// counted.</returns>
    public async ValueTask<Result<ImmutableArray<ContentGroup>>> CountAsync(
        ContentQuery query,
        ImmutableArray<string> paths,
        CancellationToken cancellationToken
    )
    {
        if (query.State == VersionState.All)
        {
            return new Invalid("query.count-of-versions", "Items are counted, not their stored versions: ask for another state.", []);
        }

        var authorized = await AuthorizeAsync(query with { Order = [.. paths.Select(path => new ContentOrder(path))] }, cancellationToken);
        return !authorized.TryGet(out var allowed, out var error) ? error
            : allowed.Query is { } found ? await store.CountAsync(found, paths, cancellationToken)
            : ImmutableArray<ContentGroup>.Empty;
    }

    /// <summary>
    /// What has become public since a position, and what was public and is so no more, as far as the principal may see it: of what she
    /// never could see nothing is said.
    /// </summary>
    /// <param name="contentTypes">Of these types; of any when empty.</param>
    /// <param name="after">Null for everything that is public.</param>
    /// <param name="take">At most this many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<Result<ImmutableArray<ContentChange>>> ListChangesAsync(
        ImmutableArray<string> contentTypes,
        ChangePosition? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var authorized = await AuthorizeAsync(new() { ContentTypes = contentTypes, Take = take }, cancellationToken);
        return !authorized.TryGet(out var allowed, out var error) ? error
            : allowed.Query is { } found ? await store.ListChangesAsync(found, after, cancellationToken)
            : ImmutableArray<ContentChange>.Empty;
    }

    /// <summary>The item in that state; null when it is not there, or not for this principal.</summary>
    public ValueTask<ContentItem?> FindAsync(
        ContentItemId id,
        CancellationToken cancellationToken,
        VersionState state = VersionState.Published
    ) =>
        FindOneAsync(
            new() { State = state, Filter = ContentFilter.Equal(ContentPaths.ContentItemId, ContentValue.Of(id)) },
            cancellationToken
        );

    /// <summary>The published item with that path, ignoring case; null when there is none, or not for this principal.</summary>
    public ValueTask<ContentItem?> FindByPathAsync(string path, CancellationToken cancellationToken) =>
        FindOneAsync(new() { Filter = ContentFilter.Equal(ContentPaths.Path, ContentValue.Of(path)) }, cancellationToken);

    /// <summary>
    /// The published items that once had one of these paths, so that the reader can be sent on, in the paths' order; then their variants
    /// (<see cref="ContentQuery.WithVariants"/>). What is not for this principal is not among them.
    /// </summary>
    public async ValueTask<IReadOnlyList<ContentItem>> ListMovedAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var ids = await store.FindFormerPathsAsync(paths, cancellationToken);
        if (ids.IsEmpty)
        {
            return [];
        }

        var moved = ContentFilter.In(ContentPaths.ContentItemId, [.. ids.Select(ContentValue.Of)]);
        var query = new ContentQuery { Filter = moved, WithVariants = true }.AllAtOnce();
        return (await ListAsync(query, cancellationToken)).TryGet(out var page, out _)
            ? [.. page.Items.OrderBy(item => ids.IndexOf(item.ContentItemId) is >= 0 and var place ? place : int.MaxValue)]
            : [];
    }

    /// <summary>
    /// What the principal may see of an item that an action has loaded, as if it were read: its newest version, else the public one; null
    /// when neither is for this principal.
    /// </summary>
    /// <param name="latest">Its newest version, as it is stored; left as it is.</param>
    /// <param name="published">Its public version; null when there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<ContentItem?> ShowAsync(ContentItem latest, ContentItem? published, CancellationToken cancellationToken)
    {
        var configuration = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration;
        var access = new ReadAccess(configuration, principal.Value);
        return Show(latest, VersionState.Latest) ?? Show(published, VersionState.Published);

        ContentItem? Show(ContentItem? item, VersionState state)
        {
            if (item is null || ContentItemParts.VisibilityOf(item) > access.MaximumVisibility)
            {
                return null;
            }

            var query = ContentQuery.For(item.ContentType) with { State = state };
            var types = access.TypesFor(query);
            if (types is not [var type] || (type.OwnerOnly is { } owner && owner != item.Owner))
            {
                return null;
            }

            var authorized = new AuthorizedQuery(query, types, access, configuration, targets: null);
            var shown = authorized.AsSeen(item.DeepClone());
            authorized.MakeReadable(shown.ContentType, shown.Content);
            return shown;
        }
    }

    /// <summary>Up to which level the principal may see.</summary>
    public async ValueTask<VisibilityLevel> GetMaximumVisibilityAsync(CancellationToken cancellationToken) =>
        new ReadAccess(
            (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration,
            principal.Value
        ).MaximumVisibility;

    /// <summary>The query with what the principal may see; no query when that is nothing.</summary>
    private async ValueTask<Result<Allowed>> AuthorizeAsync(ContentQuery query, CancellationToken cancellationToken)
    {
        var configuration = (await configurations.GetRecentAsync(tenant.Id, cancellationToken)).Configuration;
        var access = new ReadAccess(configuration, principal.Value);
        if (QueryCheck.FindProblem(query, configuration.Model, access) is { } problem)
        {
            return problem;
        }

        query = query with { Filter = BooleanDefaults.In(query.Filter, configuration.Model.TypesOf(query.ContentTypes)) };
        if (
            !(await new LinkedContent(this, configuration.Model).ResolveAsync(query, cancellationToken)).TryGet(
                out var resolved,
                out var error
            )
        )
        {
            return error;
        }

        var types = access.TypesFor(resolved);
        if (types.Length > 0)
        {
            var targets = await FindVisibleTargetsAsync(resolved, access, configuration.Model, cancellationToken);
            return new Allowed(new AuthorizedQuery(resolved with { Budget = Budget }, types, access, configuration, targets));
        }

        return query.State == VersionState.Published || principal.Value.Kind == PrincipalKind.System
            ? new Allowed(null)
            : new Forbidden(
                "content.state-not-allowed",
                $"Reading content in state {query.State} needs the permission PreviewContent or EditContent."
            );
    }

    /// <summary>What the ids in the query may name; null when it has none, or when the principal may know of all.</summary>
    private async ValueTask<VisibleTargets?> FindVisibleTargetsAsync(
        ContentQuery query,
        ReadAccess access,
        ContentModel model,
        CancellationToken cancellationToken
    )
    {
        if (ReadAccess.IsUnlimited(principal.Value) || VisibleTargets.AskedBy(query, model) is not { IsEmpty: false } asked)
        {
            return null;
        }

        ImmutableArray<ContentValue> terms = asked.Contains(LinkKind.Term)
            ? await new LinkedContent(this, model).FindSeenTermsAsync(cancellationToken)
            : [];
        return new(
            access.TypesFor(new()),
            principal.Value.Kind == PrincipalKind.Anonymous ? [] : access.TypesFor(new() { State = VersionState.Latest }),
            terms
        );
    }

    private async ValueTask<ContentItem?> FindOneAsync(ContentQuery query, CancellationToken cancellationToken)
    {
        var page = await ListAsync(query with { Take = 1 }, cancellationToken);
        return page is { IsSuccess: true, Value.Items: [var item, ..] } ? item : null;
    }

    /// <param name="Query">Null when nothing may be seen.</param>
    private readonly record struct Allowed(AuthorizedQuery? Query);
}
