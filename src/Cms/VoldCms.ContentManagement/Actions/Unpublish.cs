using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Takes the public version off the site; the newest version stays as a draft.</summary>
public sealed class Unpublish(CurrentPrincipal principal, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits. An item that is not public stays as it is.</summary>
    /// <returns>The newest version; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/>.</returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, EditedItem edited, CancellationToken cancellationToken)
    {
        var opened = await ItemAction.OpenAsync(work, edited, ContentOperation.Publish, principal.Value, clock, cancellationToken);
        if (!opened.TryGet(out var change, out var refused))
        {
            return refused;
        }

        if (change.Live.Published is null)
        {
            return change.Latest.Item;
        }

        var item = change.Latest.Item.DeepClone() with { PublishedUtc = null };
        item.FindPart(PartNames.ArchiveLater)?.Remove("ScheduledArchiveUtc");
        var latest = change.Latest with { Item = item };
        var saved = await change.SaveAsync(
            change.Live with
            {
                Latest = latest,
                Published = null,
            },
            nameof(Unpublish),
            latest.Item,
            cancellationToken
        );
        return saved.Latest!.Item;
    }
}
