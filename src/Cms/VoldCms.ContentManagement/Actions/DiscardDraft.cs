using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Drops the draft and goes back to the public version. The draft stays in the item's history.</summary>
public sealed class DiscardDraft(CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>
    /// The public version; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when there is no draft, or
    /// no public version to go back to.
    /// </returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, EditedItem edited, CancellationToken cancellationToken)
    {
        var opened = await ItemAction.OpenAsync(work, edited, ContentOperation.Edit, principal.Value, clock, cancellationToken);
        if (!opened.TryGet(out var change, out var refused))
        {
            return refused;
        }

        if (change.Latest.Item.Published)
        {
            return new Conflict("content.no-draft", $"The item {edited.Id} has no draft to discard.");
        }

        // One that she may not see is not given to her, nor told of.
        if (change.Live.Published is not { } published || !change.MaySee(published.Item))
        {
            return new Conflict("content.never-published", $"The item {edited.Id} has no public version to go back to; remove it instead.");
        }

        var saved = await change.SaveAsync(
            change.Live with
            {
                Latest = published,
            },
            nameof(DiscardDraft),
            change.Latest.Item,
            cancellationToken
        );
        return saved.Latest!.Item;
    }
}
