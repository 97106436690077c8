using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Saves an item and makes it public: the item is loaded, prepared, stored and indexed once.</summary>
public sealed class SaveAndPublish(CurrentPrincipal principal, ItemRules rules, References references, TimeProvider clock)
{
    /// <summary>
    /// Writes into <paramref name="work"/>; the caller commits. Asks for the permissions to edit and to publish; what cannot be saved is
    /// told before what may not be published. The audit trail tells of both.
    /// </summary>
    /// <returns>
    /// The public version; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when another version is the
    /// newest, <see cref="Invalid"/> with every problem of what was given, or with what the definition requires of what is public.
    /// </returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, SaveRequest request, CancellationToken cancellationToken)
    {
        var drafting = new Drafting(work, principal.Value, rules, references, clock);
        if (!(await drafting.MakeAsync(request, isForPublishing: true, cancellationToken)).TryGet(out var draft, out var refused))
        {
            return refused;
        }

        var (change, version, type) = draft;
        var item = version.Item;
        if (change.FindProblem(item.ContentItemId, item, ContentOperation.Publish) is { } problem)
        {
            return problem;
        }

        Publish.Unschedule(item);
        if (ItemRules.CheckRequired(item, type) is { IsEmpty: false } missing)
        {
            return Invalid.Of("content.invalid", missing);
        }

        change.Record(nameof(SaveDraft), item);
        var live = change.Live with { Latest = version, Published = version };
        var saved = await change.SaveAsync(live, nameof(Publish), item, cancellationToken);
        return saved.Published!.Item;
    }
}
