using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Data;

/// <summary>
/// What was stored before there were rows to order by ids and flags along has them after the migration, as if it were stored anew.
/// </summary>
public sealed class OrderMigrationTests
{
    private const string Migration = "OrdersByIdAndFlag";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Stored_items_are_ordered_as_new_ones_are(DatabaseProvider provider)
    {
        Assert.SkipUnless(
            provider != DatabaseProvider.PostgreSql || PostgreSqlServer.IsInstalled,
            "PostgreSQL is not installed on this machine."
        );
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = StoreFixture.BuildServices(database.Settings);
        await services.GetRequiredService<DatabaseMigrator>().RunAsync(Stop);
        var created = await services
            .GetRequiredService<ITenantStore>()
            .CreateAsync(
                new Tenant
                {
                    Id = default,
                    Name = "Old",
                    RequestUrlPrefix = "old",
                },
                Stop
            );
        var tenant = new TestTenant(services, created.Value);
        await tenant.DefineAsync(Sample.Definitions);
        await tenant.PublishAsync(Sample.Article("B", "b"), Sample.Article("å", "a"), Sample.Note("c", "c"));
        await tenant.SaveDraftAsync(Sample.Article("B", "b2"));
        await tenant.SaveDraftAsync(Sample.Article("d", "d"));
        var whole = await Dump.ReadAsync(services, tenant.Tenant);

        await MigrateAsync(services, isBefore: true);
        var without = await Dump.ReadAsync(services, tenant.Tenant);
        await MigrateAsync(services, isBefore: false);

        Assert.NotEqual(whole, without);
        Assert.Equal(whole, await Dump.ReadAsync(services, tenant.Tenant));
        Assert.Equal(["B", "å"], await tenant.IdsAsync(ContentQuery.For("Article").OrderBy("ContentItemId")));
        Assert.Equal(["B", "å"], await tenant.IdsAsync(ContentQuery.For("Article").OrderBy("Latest")));
        Assert.Equal(
            ["B", "d", "å"],
            await tenant.IdsAsync(
                ContentQuery.For("Article").OrderBy("Published").OrderBy("ContentItemId") with
                {
                    State = VersionState.Latest,
                }
            )
        );
    }

    private static async Task MigrateAsync(ServiceProvider services, bool isBefore)
    {
        await using var context = services.GetRequiredService<Database>().CreateContext(tenant: null);
        var known = context.Database.GetMigrations().ToList();
        var target = known.FindIndex(name => name.EndsWith($"_{Migration}", StringComparison.Ordinal));
        await context.Database.MigrateAsync(isBefore ? known[target - 1] : known[target], Stop);
    }
}
