using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Services.Checking;

/// <summary>Which numbers are to be checked, and that one has been. Scoped.</summary>
internal sealed class NumberChecks(
    ContentReader reader,
    IUnitOfWorkFactory units,
    SaveDraft saveDraft,
    SaveAndPublish saveAndPublish,
    CurrentPrincipal principal,
    TimeProvider clock
)
{
    // Nobody is to trust a number for longer unasked; an editor may write another day.
    private const int MonthsUntilNext = 6;

    /// <summary>All that the person may see: those that are due first, then by name.</summary>
    public async Task<ImmutableArray<CheckedNumber>> ListAsync(SiteSettings settings, CancellationToken cancellationToken)
    {
        var today = TodayIn(settings);
        var channels = await ListNewestAsync(ContentQuery.For(ServiceContentTypes.Channel), cancellationToken);
        var answering = ContentQuery.For(ServiceContentTypes.Service) with { Culture = settings.DefaultCulture };
        var names = (await ListNewestAsync(answering, cancellationToken))
            .SelectMany(service =>
                service.Ids(ServiceContentTypes.Service, "Channels").Select(id => (Id: id, Name: service.DisplayText ?? ""))
            )
            .ToLookup(channel => channel.Id, channel => channel.Name);
        return
        [
            .. channels
                .Select(item => new CheckedNumber(item, [.. names[item.ContentItemId].Distinct()], IsDue(item, today)))
                .OrderBy(number => !number.IsDue)
                .ThenBy(number => number.Name, StringComparer.Create(settings.SortCulture, ignoreCase: true)),
        ];
    }

    /// <summary>Writes that somebody has asked today: what is public stays so, a draft stays one.</summary>
    /// <param name="id">The channel.</param>
    /// <param name="version">The version that she has seen.</param>
    /// <param name="settings">Of the tenant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The channel; or why it could not be written.</returns>
    public async Task<Result<ContentItem>> CheckAsync(
        ContentItemId id,
        ContentItemVersionId version,
        SiteSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (await reader.FindAsync(id, cancellationToken, VersionState.Latest) is not { ContentType: ServiceContentTypes.Channel } channel)
        {
            return new NotFound("content.not-found", $"There is no channel {id}.");
        }

        var today = TodayIn(settings);
        var request = new SaveRequest
        {
            ContentItemId = id,
            BasedOn = VersionCondition.OneOf(version),
            Changes = new JsonObject
            {
                [ServiceContentTypes.Verification] = new JsonObject
                {
                    ["CheckedDate"] = DayField(today),
                    // A role and no name: who it was stands in the history, by her account.
                    ["CheckedBy"] = new JsonObject { ["Text"] = string.Join(", ", principal.Value.Roles) },
                    ["NextCheckDate"] = DayField(today.AddMonths(MonthsUntilNext)),
                },
            },
        };
        await using var work = await units.BeginAsync(cancellationToken);
        var saved = channel.Published
            ? await saveAndPublish.RunAsync(work, request, cancellationToken)
            : await saveDraft.RunAsync(work, request, cancellationToken);
        if (saved.IsSuccess)
        {
            await work.CommitAsync(cancellationToken);
        }

        return saved;
    }

    private async Task<IReadOnlyList<ContentItem>> ListNewestAsync(ContentQuery query, CancellationToken cancellationToken) =>
        (await reader.ListAsync(query.AllAtOnce() with { State = VersionState.Latest }, cancellationToken)).TryGet(out var page, out _)
            ? page.Items
            : [];

    private static bool IsDue(ContentItem channel, DateOnly today) =>
        channel.Day(ServiceContentTypes.Verification, "CheckedDate") is null
        || channel.Day(ServiceContentTypes.Verification, "NextCheckDate") <= today;

    private DateOnly TodayIn(SiteSettings settings) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.TimeZone).DateTime);

    private static JsonObject DayField(DateOnly day) => new() { ["Value"] = $"{day:yyyy-MM-dd}T00:00:00Z" };
}
