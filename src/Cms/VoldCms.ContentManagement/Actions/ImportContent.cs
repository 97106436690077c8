using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Recipes;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Rules;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.ContentManagement.Actions;

/// <summary>An item that was brought in.</summary>
/// <param name="Outcome">
/// What became of it. Changed here: a person has saved a newer version, or has removed the item, and nothing was applied. Never refused.
/// </param>
/// <param name="ContentItemId">Which it was.</param>
/// <param name="Warnings">What was kept although it is odd, each with its path below the item.</param>
/// <param name="References">What it names. Not looked for yet: a file may bring the target after the item that names it.</param>
public sealed record ImportedItem(
    RecipeOutcome Outcome,
    ContentItemId ContentItemId,
    ImmutableArray<Problem> Warnings,
    ImmutableArray<ContentReference> References
);

/// <summary>
/// Brings in one item as recipes and exports carry it (contract section 1.6): ids, flags and dates are the file's, equal
/// items change nothing, and what a person has saved here is not overwritten unless asked.
/// </summary>
public sealed class ImportContent(CurrentPrincipal principal, ItemRules rules, TimeProvider clock)
{
    /// <summary>Writes into <paramref name="work"/>; the caller commits.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="json">One content item; not changed.</param>
    /// <param name="overwrite">Apply the file's words over a person's, as a new version.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What became of it; or <see cref="Invalid"/> with every problem, <see cref="Forbidden"/>.</returns>
    public async ValueTask<Result<ImportedItem>> RunAsync(
        IUnitOfWork work,
        JsonObject json,
        bool overwrite,
        CancellationToken cancellationToken
    )
    {
        if (!ContentItemJson.Read(json).TryGet(out var item, out var unreadable))
        {
            return unreadable;
        }

        if (item.ContentItemId.Value.Length == 0)
        {
            return Invalid.Of("content.no-id", [new("ContentItemId", "is missing; expected the item's id")]);
        }

        var change = await ItemAction.BeginAsync(work, item.ContentItemId, principal.Value, clock, cancellationToken);
        if (change.Configuration.Model.FindType(item.ContentType) is not { } type)
        {
            return Invalid.Of(
                "content.undefined-type",
                [new("ContentType", $"the type '{item.ContentType}' is not defined; expected a content type of this tenant")]
            );
        }

        if (!change.Allows(ContentOperation.Publish, type, item.Owner))
        {
            return ItemAction.NotAllowed(ContentOperation.Publish, type);
        }

        var hasVersionId = item.ContentItemVersionId.Value.Length > 0;
        var stored = hasVersionId
            ? await work.Content.FindVersionAsync(item.ContentItemId, item.ContentItemVersionId, cancellationToken)
            : change.Live.Latest;
        var preparation = change.Prepare(rules);
        var prepared = await preparation.PrepareAsync(item, stored?.Item ?? change.Live.Latest?.Item, type, cancellationToken);
        if (preparation.HasErrors)
        {
            return Invalid.Of("content.invalid", preparation.Errors);
        }

        var addressed = await preparation.Paths.FindAddressProblemsAsync(prepared, type, cancellationToken);
        if (stored is not null && IsSame(stored.Item, prepared))
        {
            return Outcome(RecipeOutcome.Same);
        }

        var isChangedHere =
            change.Live.Latest is { WrittenBy: PrincipalKind.User or PrincipalKind.ApiKey }
            || (change.Live.Latest is null && change.Live.ItemKey != 0);
        if (isChangedHere && !overwrite)
        {
            return Outcome(RecipeOutcome.ChangedHere);
        }

        var version =
            stored is not null && hasVersionId && !isChangedHere
                ? stored with
                {
                    Item = Merged(stored.Item, prepared),
                }
                : new StoredVersion { Item = WithFreshId(prepared, hasVersionId && stored is null), WrittenBy = principal.Value.Kind };
        version = version with { Item = Filled(version.Item, change), WrittenBy = principal.Value.Kind };
        if (item is { Latest: false, Published: false })
        {
            await work.Content.SaveArchivedAsync(change.Live.ItemKey, version, cancellationToken);
            change.Record(nameof(ImportContent), version.Item);
        }
        else
        {
            // A version that is public and not the newest would leave no newest at all: it becomes both.
            var after = change.Live with
            {
                Latest = version,
                Published = item.Published ? version : WithoutSame(change.Live.Published, version),
            };
            await change.SaveAsync(after, nameof(ImportContent), version.Item, cancellationToken);
        }

        return Outcome(change.Live.ItemKey == 0 ? RecipeOutcome.Created : RecipeOutcome.Updated);

        ImportedItem Outcome(RecipeOutcome outcome) =>
            new(
                outcome,
                item.ContentItemId,
                [
                    .. preparation.Problems,
                    .. ItemRules
                        .CheckRequired(prepared, type)
                        .Concat(rules.CheckValues(prepared, type, change.Configuration))
                        .Concat(addressed)
                        .Select(problem => problem with { IsWarning = true }),
                    .. item is { Latest: false, Published: false }
                        ?
                        [
                            new Problem(
                                "Latest",
                                "neither Latest nor Published is true: the version is stored as history and is visible nowhere",
                                IsWarning: true
                            ),
                        ]
                        : ImmutableArray<Problem>.Empty,
                ],
                ContentReference.Of(prepared, type, change.Configuration.Model)
            );
    }

    // Flags do not count; what the file leaves out does not either.
    private static bool IsSame(ContentItem stored, ContentItem given) =>
        string.Equals(stored.ContentType, given.ContentType, StringComparison.OrdinalIgnoreCase)
        && (given.DisplayText is null || stored.DisplayText == given.DisplayText)
        && (given.Owner.Length == 0 || stored.Owner == given.Owner)
        && (given.Author.Length == 0 || stored.Author == given.Author)
        && (given.CreatedUtc is null || stored.CreatedUtc == given.CreatedUtc)
        && (given.ModifiedUtc is null || stored.ModifiedUtc == given.ModifiedUtc)
        && JsonNode.DeepEquals(stored.Content, ContentMerge.Merge(stored.Content, given.Content));

    private static ContentItem Merged(ContentItem stored, ContentItem given) =>
        stored with
        {
            DisplayText = given.DisplayText ?? stored.DisplayText,
            Owner = given.Owner.Length > 0 ? given.Owner : stored.Owner,
            Author = given.Author.Length > 0 ? given.Author : stored.Author,
            CreatedUtc = given.CreatedUtc ?? stored.CreatedUtc,
            ModifiedUtc = given.ModifiedUtc ?? stored.ModifiedUtc,
            PublishedUtc = given.PublishedUtc ?? stored.PublishedUtc,
            Content = ContentMerge.Merge(stored.Content, given.Content),
        };

    private static ContentItem WithFreshId(ContentItem item, bool keepsItsOwn) =>
        keepsItsOwn ? item : item with { ContentItemVersionId = ContentItemVersionId.New() };

    private ContentItem Filled(ContentItem item, ItemAction change) =>
        item with
        {
            CreatedUtc = item.CreatedUtc ?? change.Live.Latest?.Item.CreatedUtc ?? change.Now,
            ModifiedUtc = item.ModifiedUtc ?? change.Now,
            PublishedUtc = item.PublishedUtc ?? (item.Published ? change.Now : null),
            Owner = item.Owner.Length > 0 ? item.Owner : principal.Value.Id,
            Author = item.Author.Length > 0 ? item.Author : principal.Value.Name,
        };

    private static StoredVersion? WithoutSame(StoredVersion? published, StoredVersion version) =>
        published?.Key == version.Key && version.Key != 0 ? null : published;
}
