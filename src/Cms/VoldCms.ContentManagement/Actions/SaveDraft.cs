using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>What to save.</summary>
public sealed record SaveDraftRequest
{
    /// <summary>Null for a new item.</summary>
    public ContentItemId? ContentItemId { get; init; }

    /// <summary>The type of a new item; not looked at for others.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Parts to lay over those there are: objects merge, lists are replaced, null takes away.</summary>
    public JsonObject Changes { get; init; } = [];

    /// <summary>Null keeps what there is; a display text that was the title follows the title.</summary>
    public string? DisplayText { get; init; }

    /// <summary>The version that the edit started from; null to write over the newest.</summary>
    public ContentItemVersionId? BasedOn { get; init; }
}

/// <summary>Saves an item without making it public. A public item gets a draft beside it.</summary>
public sealed class SaveDraft(CurrentPrincipal principal, ItemRules rules, References references, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <returns>
    /// The stored draft; or <see cref="NotFound"/>, <see cref="Forbidden"/>, <see cref="Conflict"/> when another version is the
    /// newest, <see cref="Invalid"/> with every problem of what was given.
    /// </returns>
    public async ValueTask<Result<ContentItem>> RunAsync(IUnitOfWork work, SaveDraftRequest request, CancellationToken cancellationToken)
    {
        var id = request.ContentItemId ?? ContentItemId.New();
        var change = await ItemAction.BeginAsync(work, id, principal.Value, clock, cancellationToken);
        if (request.ContentItemId is not null && change.FindProblem(id, ContentOperation.Edit, request.BasedOn) is { } problem)
        {
            return problem;
        }

        var previous = change.Live.Latest?.Item;
        var typeName = previous?.ContentType ?? request.ContentType;
        if (change.Configuration.Model.FindType(typeName) is not { } type)
        {
            return Invalid.Of(
                "content.undefined-type",
                [new("ContentType", $"the type '{typeName}' is not defined; expected a content type")]
            );
        }

        if (previous is null && !change.Allows(ContentOperation.Edit, type, principal.Value.Id))
        {
            return ItemAction.NotAllowed(ContentOperation.Edit, type);
        }

        if (HiddenFields.FindWritten(request.Changes, type, change.Configuration.Model, change.MaximumVisibility) is { } hidden)
        {
            return new Forbidden("content.field-not-allowed", $"'{hidden}' may not be written by this principal.");
        }

        var draft = previous is null ? New(id, type, request, change.Now) : Next(previous, change, type, request);
        if (previous is not null)
        {
            await new HiddenPicks(change).KeepAsync(draft.Content, previous.Content, type, cancellationToken);
        }

        var preparation = new ItemPreparation(work, change, rules);
        draft = await preparation.PrepareAsync(draft, previous, type, cancellationToken);
        await preparation.CheckValuesAsync(draft, previous, type, references, cancellationToken);
        if (preparation.HasErrors)
        {
            return Invalid.Of("content.invalid", preparation.Errors);
        }

        var stored = new StoredVersion
        {
            // A draft of a type without versions is the same row, edited; everything else is a new version. Either has an id of its own, so
            // that whoever edited what was there before is told.
            Key = previous is { Published: false } && !type.Settings.Versionable ? change.Latest.Key : 0,
            Item = draft,
            WrittenBy = principal.Value.Kind,
        };
        var saved = await change.SaveAsync(change.Live with { Latest = stored }, nameof(SaveDraft), draft, cancellationToken);
        return saved.Latest!.Item;
    }

    private ContentItem New(ContentItemId id, TypeModel type, SaveDraftRequest request, DateTimeOffset now)
    {
        // Editors meet every part of the type, so all are welded on, empty.
        var content = new JsonObject();
        foreach (var part in type.Parts)
        {
            content[part.Name] = new JsonObject();
        }

        return new ContentItem
        {
            ContentItemId = id,
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = type.Name,
            DisplayText = request.DisplayText,
            CreatedUtc = now,
            ModifiedUtc = now,
            Owner = principal.Value.Id,
            Author = principal.Value.Name,
            Content = ContentMerge.Merge(content, request.Changes),
        };
    }

    private ContentItem Next(ContentItem previous, ItemAction change, TypeModel type, SaveDraftRequest request)
    {
        var content = ContentMerge.Merge(previous.Content, request.Changes);
        HiddenFields.Keep(content, previous.Content, type, change.Configuration.Model, change.MaximumVisibility);
        var next = previous with
        {
            ContentItemVersionId = ContentItemVersionId.New(),
            ModifiedUtc = change.Now,
            Author = principal.Value.Name,
            Content = content,
        };
        var followsTitle = previous.DisplayText is null || previous.DisplayText == ContentItemParts.TitleOf(previous);
        return next with
        {
            DisplayText =
                request.DisplayText ?? (followsTitle ? ContentItemParts.TitleOf(next) ?? previous.DisplayText : previous.DisplayText),
        };
    }
}
