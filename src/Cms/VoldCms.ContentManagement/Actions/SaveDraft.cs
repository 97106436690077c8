using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Saves an item without making it public. A public item gets a draft beside it.</summary>
public sealed class SaveDraft(CurrentPrincipal principal, ItemRules rules, References references, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>
    /// The stored draft; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when another version is the
    /// newest, <see cref="Invalid"/> with every problem of what was given.
    /// </returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, SaveRequest request, CancellationToken cancellationToken)
    {
        var drafting = new Drafting(work, principal.Value, rules, references, clock);
        if (!(await drafting.MakeAsync(request, isForPublishing: false, cancellationToken)).TryGet(out var draft, out var refused))
        {
            return refused;
        }

        var (change, version, _) = draft;
        var saved = await change.SaveAsync(change.Live with { Latest = version }, nameof(SaveDraft), version.Item, cancellationToken);
        return saved.Latest!.Item;
    }
}
