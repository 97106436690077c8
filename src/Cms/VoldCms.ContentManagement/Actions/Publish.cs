using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>Makes the newest version the public one.</summary>
public sealed class Publish(CurrentPrincipal principal, ItemRules rules, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits. Publishing what is public already changes nothing.</summary>
    /// <returns>
    /// The public version; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when another version is the
    /// newest, <see cref="Invalid"/> when the item breaks a rule of its definition or its address is taken.
    /// </returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, EditedItem edited, CancellationToken cancellationToken)
    {
        var opened = await ItemAction.OpenAsync(work, edited, ContentOperation.Publish, principal.Value, clock, cancellationToken);
        if (!opened.TryGet(out var change, out var refused))
        {
            return refused;
        }

        var latest = change.Latest;
        if (latest.Item.Published)
        {
            return latest.Item;
        }

        var type = change.Configuration.Model.FindType(latest.Item.ContentType)!;
        var item = latest.Item.DeepClone() with { PublishedUtc = change.Now };
        Unschedule(item);
        var preparation = change.Prepare(rules);
        item = await preparation.PrepareAsync(item, latest.Item, type, cancellationToken);
        var problems = preparation.Errors.AddRange(ItemRules.CheckRequired(item, type));
        if (!problems.IsEmpty)
        {
            return Invalid.Of("content.invalid", problems);
        }

        var published = latest with { Item = item };
        var saved = await change.SaveAsync(
            change.Live with
            {
                Latest = published,
                Published = published,
            },
            nameof(Publish),
            item,
            cancellationToken
        );
        return saved.Published!.Item;
    }

    /// <summary>What is public waits for no time to become so.</summary>
    /// <param name="item">What is to be public; changed.</param>
    internal static void Unschedule(ContentItem item) => item.FindPart(PartNames.PublishLater)?.Remove("ScheduledPublishUtc");
}
