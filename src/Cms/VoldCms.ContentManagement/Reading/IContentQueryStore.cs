using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.ContentManagement.Reading;

/// <summary>
/// The reading side of the content store: turns a query into SQL and adds the tenant. Takes only what
/// <see cref="ContentReader"/> has put the principal's limits on. Scoped; safe for parallel reads.
/// </summary>
public interface IContentQueryStore
{
    /// <summary>
    /// The items that match. Each document has been through <see cref="AuthorizedQuery.MakeReadable"/>; it may be shared, and nobody
    /// changes it.
    /// </summary>
    Task<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// How many of the items that match have which values at the paths, the most frequent first; the query's page is one of groups. An item
    /// with several values at a path counts once for each.
    /// </summary>
    Task<ImmutableArray<ContentGroup>> CountAsync(AuthorizedQuery query, ImmutableArray<string> paths, CancellationToken cancellationToken);

    /// <summary>
    /// The items of the query's types that have become public, or ceased to be, after a position, in the order in which that happened;
    /// as many as the query takes. Without a position: what is public, in that order.
    /// </summary>
    Task<ImmutableArray<ContentChange>> ListChangesAsync(AuthorizedQuery query, ChangePosition? after, CancellationToken cancellationToken);

    /// <summary>The items that once had these paths in public, in the paths' order. Whether they may be seen is not asked here.</summary>
    Task<ImmutableArray<ContentItemId>> FindFormerPathsAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken);
}
