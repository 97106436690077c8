using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Actions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Scheduling;
using VoldCms.ContentManagement.Storage;
using VoldCms.IntegrationTests.Data;

namespace VoldCms.IntegrationTests.ContentManagement.Scheduling;

public abstract class ScheduledPublishingTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task What_is_due_becomes_public_once_and_what_is_not_due_waits()
    {
        var tenant = await StartAsync();
        var due = await DraftAsync(tenant, "PublishLaterPart", "ScheduledPublishUtc", TimeSpan.FromMinutes(-1));
        var later = await DraftAsync(tenant, "PublishLaterPart", "ScheduledPublishUtc", TimeSpan.FromHours(1));
        var unscheduled = await DraftAsync(tenant, "PublishLaterPart", "Other", TimeSpan.Zero);

        Assert.Equal(1, (await RoundAsync(tenant)).Published);
        Assert.Equal(0, (await RoundAsync(tenant)).Published);

        Assert.NotNull((await tenant.LoadAsync(due)).Published);
        Assert.Null((await tenant.LoadAsync(later)).Published);
        Assert.Null((await tenant.LoadAsync(unscheduled)).Published);
    }

    [Fact]
    public async Task What_is_due_to_be_archived_is_taken_off_the_site_once()
    {
        var tenant = await StartAsync();
        var id = await DraftAsync(tenant, "ArchiveLaterPart", "ScheduledArchiveUtc", TimeSpan.FromMinutes(-1));
        await tenant.WriteAsync(async work =>
        {
            await using var scope = tenant.Scope();
            return await scope.ServiceProvider.GetRequiredService<Publish>().RunAsync(work, new(id), Stop);
        });

        Assert.Equal(1, (await RoundAsync(tenant)).Archived);
        Assert.Equal(0, (await RoundAsync(tenant)).Archived);
        Assert.Null((await tenant.LoadAsync(id)).Published);
    }

    [Fact]
    public async Task An_item_that_is_refused_stops_no_other_and_is_told()
    {
        var tenant = await StartAsync();
        var broken = await DraftAsync(tenant, "PublishLaterPart", "ScheduledPublishUtc", TimeSpan.FromMinutes(-2), title: "");
        var due = await DraftAsync(tenant, "PublishLaterPart", "ScheduledPublishUtc", TimeSpan.FromMinutes(-1));

        var round = await RoundAsync(tenant);

        Assert.Equal(broken, Assert.Single(round.Refused).Id);
        Assert.NotNull((await tenant.LoadAsync(due)).Published);
    }

    [Fact]
    public async Task A_lease_is_one_nodes_at_a_time_until_it_is_given_back_or_runs_out()
    {
        var leases = Store.Services.GetRequiredService<IJobLeases>();
        var job = Guid.NewGuid().ToString("N");

        Assert.True(await leases.TryTakeAsync(job, "a", TimeSpan.FromMinutes(1), Stop));
        Assert.True(await leases.TryTakeAsync(job, "a", TimeSpan.FromMinutes(1), Stop));
        Assert.False(await leases.TryTakeAsync(job, "b", TimeSpan.FromMinutes(1), Stop));
        await leases.ReleaseAsync(job, "b", Stop);
        Assert.False(await leases.TryTakeAsync(job, "b", TimeSpan.FromMinutes(1), Stop));
        await leases.ReleaseAsync(job, "a", Stop);
        Assert.True(await leases.TryTakeAsync(job, "b", TimeSpan.FromSeconds(-1), Stop));
        Assert.True(await leases.TryTakeAsync(job, "a", TimeSpan.FromMinutes(1), Stop));
    }

    private async Task<TestTenant> StartAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(
            """
            { "ContentTypes": [ { "Name": "Page", "DisplayName": "Side", "Settings": { "ContentTypeSettings": { "Versionable": true } },
                "ContentTypePartDefinitionRecords": [
                  { "PartName": "TitlePart", "Settings": { "TitlePartSettings": { "Options": 3 } } },
                  { "PartName": "PublishLaterPart" }, { "PartName": "ArchiveLaterPart" } ] } ] }
            """
        );
        return tenant;
    }

    private static Task<ContentItemId> DraftAsync(
        TestTenant tenant,
        string part,
        string property,
        TimeSpan fromNow,
        string title = "Tittel"
    ) =>
        tenant.WriteAsync(async work =>
        {
            await using var scope = tenant.Scope();
            var saved = await scope
                .ServiceProvider.GetRequiredService<SaveDraft>()
                .RunAsync(
                    work,
                    new()
                    {
                        ContentType = "Page",
                        Changes = new JsonObject
                        {
                            ["TitlePart"] = new JsonObject { ["Title"] = title },
                            [part] = new JsonObject { [property] = ContentItemJson.WriteInstant(DateTimeOffset.UtcNow + fromNow) },
                        },
                    },
                    Stop
                );
            return saved.Value.ContentItemId;
        });

    private static async Task<SchedulingRound> RoundAsync(TestTenant tenant)
    {
        await using var scope = tenant.Scope(Principal.System);
        return await scope.ServiceProvider.GetRequiredService<ScheduledPublishing>().RunAsync(Stop);
    }
}

public sealed class SqliteScheduledPublishingTests(SqliteStore store) : ScheduledPublishingTests(store), IClassFixture<SqliteStore>;

public sealed class PostgreSqlScheduledPublishingTests(PostgreSqlStore store)
    : ScheduledPublishingTests(store),
        IClassFixture<PostgreSqlStore>;
