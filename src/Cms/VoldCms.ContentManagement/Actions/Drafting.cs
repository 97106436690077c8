using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>A version that is prepared and checked, and not stored yet.</summary>
/// <param name="Change">The action that it was made in.</param>
/// <param name="Version">What is to be stored.</param>
/// <param name="Type">The item's type.</param>
internal sealed record Draft(ItemAction Change, StoredVersion Version, TypeModel Type);

/// <summary>
/// Makes a version of what somebody wants to save: she may edit the item, writes nothing above her level and loses nothing of it, and every
/// value is checked. What <see cref="SaveDraft"/> and <see cref="SaveAndPublish"/> have in common.
/// </summary>
internal sealed class Drafting(IUnitOfWork work, Principal principal, ItemRules rules, References references, TimeProvider clock)
{
    /// <summary>Loads the item and makes its next version; stores nothing.</summary>
    /// <param name="request">What to save.</param>
    /// <param name="isForPublishing">The version is to be public at once: patterns find when it was published.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The version; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when another version is the newest,
    /// <see cref="Invalid"/> with every problem of what was given.
    /// </returns>
    public async ValueTask<Result<Draft>> MakeAsync(SaveRequest request, bool isForPublishing, CancellationToken cancellationToken)
    {
        if (!(await OpenAsync(request, cancellationToken)).TryGet(out var change, out var refused))
        {
            return refused;
        }

        var (previous, model) = (change.Live.Latest?.Item, change.Configuration.Model);
        var type = model.FindType(previous?.ContentType ?? request.ContentType)!;
        var changes = ChangesOf(request, previous, type);
        if (HiddenFields.FindWritten(changes, type, model, change.MaximumVisibility) is { } hidden)
        {
            return new Forbidden("content.field-not-allowed", $"'{hidden}' may not be written by this principal.");
        }

        var item = previous is null ? New(request, type, change.Now) : Next(previous, changes, request.DisplayText, type, change);
        if (previous is not null)
        {
            await new HiddenPicks(change).KeepAsync(item.Content, previous.Content, type, cancellationToken);
        }

        if (isForPublishing)
        {
            item = item with { PublishedUtc = change.Now };
        }

        var preparation = change.Prepare(rules);
        item = await preparation.PrepareAsync(item, previous, type, cancellationToken);
        await preparation.CheckValuesAsync(item, previous, type, references, cancellationToken);
        if (preparation.HasErrors)
        {
            return Invalid.Of("content.invalid", preparation.Errors);
        }

        // Whoever writes in one language does not write into another.
        if (!change.Allows(ContentOperation.Edit, type, item))
        {
            return ItemAction.NotAllowed(ContentOperation.Edit, type);
        }

        var version = new StoredVersion
        {
            // A draft of a type without versions is the same row, edited; everything else is a new version. Either has an id of its own, so
            // that whoever edited what was there before is told.
            Key = previous is { Published: false } && !type.Settings.Versionable ? change.Latest.Key : 0,
            Item = item,
            WrittenBy = principal.Kind,
        };
        return new Draft(change, version, type);
    }

    private async ValueTask<Result<ItemAction>> OpenAsync(SaveRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentItemId is { } id)
        {
            var change = await ItemAction.BeginAsync(work, id, principal, clock, cancellationToken);
            if (change.Live.Latest is not null || !request.IsPosted)
            {
                var edited = new EditedItem(id)
                {
                    BasedOn = request.BasedOn,
                    ContentType = request.IsPosted || request.ContentType.Length == 0 ? null : request.ContentType,
                };
                return change.FindProblem(edited, ContentOperation.Edit) is { } problem ? problem : change;
            }
        }

        var fresh = await ItemAction.BeginNewAsync(work, principal, clock, cancellationToken);
        return FindProblemOfNew(fresh, request) is { } refused ? refused : fresh;
    }

    private Error? FindProblemOfNew(ItemAction change, SaveRequest request)
    {
        var type = change.Configuration.Model.FindType(request.ContentType);
        if (request.IsPosted && type is not null && !change.Allows(ContentOperation.Publish, type, principal.Id))
        {
            return new Forbidden("content.not-allowed", $"The permission PublishContent is needed for new content of type '{type.Name}'.");
        }

        if (request is { IsPosted: true, BasedOn: not null })
        {
            return new Conflict("content.not-stored", "The edit started from a stored item, and this one would be new.");
        }

        if (type is null)
        {
            return Invalid.Of(
                "content.undefined-type",
                [new("ContentType", $"the type '{request.ContentType}' is not defined; expected a content type")]
            );
        }

        return change.Allows(ContentOperation.Edit, type, New(request, type, change.Now))
            ? null
            : ItemAction.NotAllowed(ContentOperation.Edit, type);
    }

    private static JsonObject ChangesOf(SaveRequest request, ContentItem? previous, TypeModel type)
    {
        if (previous is null || !request.IsPosted)
        {
            return request.Changes;
        }

        var changes = (JsonObject)request.Changes.DeepClone();
        StoredDefaults.TakeOut(changes, previous.Content, type);
        return changes;
    }

    private ContentItem New(SaveRequest request, TypeModel type, DateTimeOffset now)
    {
        // Editors meet every part of the type, so all are welded on, empty.
        var content = new JsonObject();
        foreach (var part in type.Parts)
        {
            content[part.Name] = new JsonObject();
        }

        return new ContentItem
        {
            ContentItemId = ContentItemId.New(),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = type.Name,
            DisplayText = request.DisplayText,
            CreatedUtc = now,
            ModifiedUtc = now,
            Owner = principal.Id,
            Author = principal.Name,
            Content = ContentMerge.Merge(content, request.Changes),
        };
    }

    private ContentItem Next(ContentItem previous, JsonObject changes, string? displayText, TypeModel type, ItemAction change)
    {
        var content = ContentMerge.Merge(previous.Content, changes);
        HiddenFields.Keep(content, previous.Content, type, change.Configuration.Model, change.MaximumVisibility);
        var next = previous with
        {
            ContentItemVersionId = ContentItemVersionId.New(),
            ModifiedUtc = change.Now,
            Author = principal.Name,
            Content = content,
        };
        var followsTitle = previous.DisplayText is null || previous.DisplayText == ContentItemParts.TitleOf(previous);
        return next with
        {
            DisplayText = displayText ?? (followsTitle ? ContentItemParts.TitleOf(next) ?? previous.DisplayText : previous.DisplayText),
        };
    }
}
