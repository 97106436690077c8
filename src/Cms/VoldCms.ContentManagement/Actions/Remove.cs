using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Removes an item: no version is live any more. The versions stay in its history.</summary>
public sealed class Remove(CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>The item as it was; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/>.</returns>
    public async ValueTask<Result<RemovedItem>> RunAsync(IUnitOfWork work, EditedItem edited, CancellationToken cancellationToken)
    {
        var opened = await ItemAction.OpenAsync(work, edited, ContentOperation.Delete, principal.Value, clock, cancellationToken);
        if (!opened.TryGet(out var change, out var refused))
        {
            return refused;
        }

        await change.SaveAsync(change.Live with { Latest = null, Published = null }, nameof(Remove), change.Latest.Item, cancellationToken);
        return new RemovedItem(change.Latest.Item, change.Live.Published?.Item);
    }
}

/// <summary>An item as it was before it was removed.</summary>
/// <param name="Latest">Its newest version.</param>
/// <param name="Published">The public one; null when there was none.</param>
public sealed record RemovedItem(ContentItem Latest, ContentItem? Published);
