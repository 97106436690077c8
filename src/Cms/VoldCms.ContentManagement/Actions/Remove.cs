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
    public async ValueTask<Result<ContentItem>> RunAsync(
        IUnitOfWork work,
        ContentItemId id,
        ContentItemVersionId? basedOn,
        CancellationToken cancellationToken
    )
    {
        var change = await ItemAction.BeginAsync(work, id, principal.Value, clock, cancellationToken);
        if (change.FindProblem(id, ContentOperation.Delete, basedOn) is { } problem)
        {
            return problem;
        }

        var removed = change.Latest.Item;
        await change.SaveAsync(change.Live with { Latest = null, Published = null }, nameof(Remove), removed, cancellationToken);
        return removed with { Latest = false, Published = false };
    }
}
