using System.Text.Json.Nodes;
using VoldCms.ContentApi.Schema;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentApi.Mutations;

/// <summary>What a mutation changes.</summary>
/// <param name="Shape">The type that it is about.</param>
/// <param name="ContentItemId">Null for a new item.</param>
/// <param name="BasedOn">The version that the edit started from; null for whatever is newest.</param>
/// <param name="Changes">Parts to lay over those there are; null when the words stay as they are.</param>
/// <param name="DisplayText">Null keeps what there is.</param>
internal sealed record ContentEdit(
    ItemShape Shape,
    ContentItemId? ContentItemId,
    ContentItemVersionId? BasedOn,
    JsonObject? Changes = null,
    string? DisplayText = null
)
{
    /// <summary>The item that is named.</summary>
    public EditedItem Item => new(ContentItemId!.Value) { BasedOn = Condition, ContentType = Shape.Type.Name };

    /// <summary>What is to be saved of it, or as a new one.</summary>
    public SaveRequest Save =>
        new()
        {
            ContentItemId = ContentItemId,
            ContentType = Shape.Type.Name,
            Changes = Changes ?? [],
            DisplayText = DisplayText,
            BasedOn = Condition,
        };

    private VersionCondition? Condition => BasedOn is { } version ? VersionCondition.OneOf(version) : null;
}

/// <summary>The engine's actions as mutations run them: each in a transaction of its own, and only on items of its type. Scoped.</summary>
internal sealed class ContentMutations(
    IUnitOfWorkFactory works,
    GivenValues given,
    SaveDraft saveDraft,
    SaveAndPublish saveAndPublish,
    Publish publish,
    Unpublish unpublish,
    Remove remove,
    ContentReader reader
)
{
    /// <summary>Whether anything of this request has been made durable.</summary>
    public bool HasCommitted { get; private set; }

    public ValueTask<Result<ContentItem>> SaveDraftAsync(ContentEdit edit, CancellationToken cancellationToken) =>
        RunAsync(edit, work => saveDraft.RunAsync(work, edit.Save, cancellationToken), cancellationToken);

    /// <summary>Publishes the newest version, or what is given as the new one.</summary>
    public ValueTask<Result<ContentItem>> PublishAsync(ContentEdit edit, CancellationToken cancellationToken) =>
        RunAsync(
            edit,
            work =>
                edit.Changes is null
                    ? publish.RunAsync(work, edit.Item, cancellationToken)
                    : saveAndPublish.RunAsync(work, edit.Save, cancellationToken),
            cancellationToken
        );

    public ValueTask<Result<ContentItem>> UnpublishAsync(ContentEdit edit, CancellationToken cancellationToken) =>
        RunAsync(edit, work => unpublish.RunAsync(work, edit.Item, cancellationToken), cancellationToken);

    public ValueTask<Result<RemovedItem>> RemoveAsync(ContentEdit edit, CancellationToken cancellationToken) =>
        RunAsync(edit, work => remove.RunAsync(work, edit.Item, cancellationToken), cancellationToken);

    /// <summary>The item as the writer may see it: its newest version, else the public one; null when neither is for her.</summary>
    public async ValueTask<ContentItem?> FindAsync(ContentItemId id, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, cancellationToken, VersionState.Latest) ?? await reader.FindAsync(id, cancellationToken);

    private async ValueTask<Result<T>> RunAsync<T>(
        ContentEdit edit,
        Func<IUnitOfWork, ValueTask<Result<T>>> act,
        CancellationToken cancellationToken
    )
    {
        await given.PrepareAsync(edit.Shape.Type.Name, edit.Changes, cancellationToken);
        await using var work = await works.BeginAsync(cancellationToken);
        var result = await act(work);
        if (result.IsSuccess)
        {
            await work.CommitAsync(cancellationToken);
            HasCommitted = true;
        }

        return result;
    }
}
