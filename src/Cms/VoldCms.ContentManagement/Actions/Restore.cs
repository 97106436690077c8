using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>
/// Brings an older version back as a draft: a new version with the old words. Works for removed items too, whose newest
/// version is then the restored one.
/// </summary>
public sealed class Restore(CurrentPrincipal principal, ItemRules rules, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>
    /// The new draft; or <see cref="NotFound"/> when there is no such version for her, or no such item, <see cref="Forbidden"/>,
    /// <see cref="Invalid"/> when its address or culture has been taken by another item since.
    /// </returns>
    public async ValueTask<Result<ContentItem>> RunAsync(
        IUnitOfWork work,
        ContentItemId id,
        ContentItemVersionId versionId,
        CancellationToken cancellationToken
    )
    {
        var change = await ItemAction.BeginAsync(work, id, principal.Value, clock, cancellationToken);
        if (change.Live.Latest is { } latest && change.FindProblem(id, latest.Item, ContentOperation.Edit) is { } problem)
        {
            return problem;
        }

        if (
            await work.Content.FindVersionAsync(id, versionId, cancellationToken) is not { } old
            || change.Configuration.Model.FindType(old.Item.ContentType) is not { } type
            || !change.MaySee(old.Item)
        )
        {
            return new NotFound("content.version-not-found", $"There is no version {versionId} of content item {id}.");
        }

        if (!change.Allows(ContentOperation.Edit, type, old.Item))
        {
            return ItemAction.NotAllowed(ContentOperation.Edit, type);
        }

        var draft = old.Item.DeepClone() with
        {
            ContentItemVersionId = ContentItemVersionId.New(),
            ModifiedUtc = change.Now,
            PublishedUtc = null,
            Author = principal.Value.Name,
        };
        var preparation = change.Prepare(rules);
        draft = await preparation.PrepareAsync(draft, change.Live.Latest?.Item, type, cancellationToken);
        if (preparation.HasErrors)
        {
            return Invalid.Of("content.invalid", preparation.Errors);
        }

        var stored = new StoredVersion { Item = draft, WrittenBy = principal.Value.Kind };
        var saved = await change.SaveAsync(change.Live with { Latest = stored }, nameof(Restore), draft, cancellationToken);
        return saved.Latest!.Item;
    }
}
