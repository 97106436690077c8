using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.ContentManagement.Scheduling;

/// <summary>What a round of scheduled publishing did.</summary>
/// <param name="Published">Items that became public.</param>
/// <param name="Archived">Items that were taken off the site.</param>
/// <param name="Refused">Items that could not be, with the reason: they are tried again at the next round.</param>
public sealed record SchedulingRound(int Published, int Archived, IReadOnlyList<(ContentItemId Id, Error Error)> Refused);

/// <summary>
/// Publishes and archives on time what carries PublishLaterPart or ArchiveLaterPart, through the same actions as people do.
/// Each item is a transaction of its own, so one that is refused stops no other. Scoped; the scope's principal must be the system.
/// </summary>
public sealed class ScheduledPublishing(
    TenantContext tenant,
    TenantConfigurations configurations,
    ContentReader reader,
    IUnitOfWorkFactory unitsOfWork,
    Publish publish,
    Unpublish unpublish,
    TimeProvider clock
)
{
    /// <summary>The most items that one round handles of each kind; the rest waits for the next.</summary>
    private const int MaximumPerRound = 500;

    /// <summary>Does all that is due now. Running it again at once does nothing more.</summary>
    public async Task<SchedulingRound> RunAsync(CancellationToken cancellationToken)
    {
        var refused = new List<(ContentItemId, Error)>();
        var published = await RunDueAsync(
            PartNames.PublishLater,
            "ScheduledPublishUtc",
            VersionState.Draft,
            publish.RunAsync,
            refused,
            cancellationToken
        );
        var archived = await RunDueAsync(
            PartNames.ArchiveLater,
            "ScheduledArchiveUtc",
            VersionState.Published,
            unpublish.RunAsync,
            refused,
            cancellationToken
        );
        return new(published, archived, refused);
    }

    private async Task<int> RunDueAsync(
        string partName,
        string property,
        VersionState state,
        Func<IUnitOfWork, EditedItem, CancellationToken, ValueTask<Result<ContentItem>>> act,
        List<(ContentItemId, Error)> refused,
        CancellationToken cancellationToken
    )
    {
        var configuration = await configurations.GetAsync(tenant.Id, cancellationToken);
        var done = 0;
        foreach (var type in configuration.Model.Types)
        {
            if (type.FindPartOfKind(partName) is not { } part)
            {
                continue;
            }

            var due = await reader.ListAsync(
                ContentQuery
                    .For(type.Name)
                    .Where(
                        new ContentFilter.Comparison(
                            $"{part.Name}.{property}",
                            ComparisonOperator.LessThanOrEqual,
                            [ContentValue.Of(clock.GetUtcNow())]
                        )
                    ) with
                {
                    State = state,
                    Scope = ContentScope.Envelope,
                    Take = MaximumPerRound,
                },
                cancellationToken
            );
            foreach (var item in due.Value.Items)
            {
                await using var work = await unitsOfWork.BeginAsync(cancellationToken);
                // A draft that somebody saves in this very moment has its own time: only the version that was due is published.
                var basedOn = state == VersionState.Draft ? VersionCondition.OneOf(item.ContentItemVersionId) : null;
                var result = await act(work, new(item.ContentItemId) { BasedOn = basedOn }, cancellationToken);
                if (result.IsSuccess)
                {
                    await work.CommitAsync(cancellationToken);
                    done++;
                }
                else
                {
                    refused.Add((item.ContentItemId, result.Error));
                }
            }
        }

        return done;
    }
}
