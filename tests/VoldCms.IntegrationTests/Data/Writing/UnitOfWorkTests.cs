using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Writing;

public abstract class UnitOfWorkTests(StoreFixture store) : StoreTest(store)
{
    private static readonly AuditEvent s_event = new()
    {
        AtUtc = DateTimeOffset.UnixEpoch,
        Action = "Test",
        PrincipalKind = PrincipalKind.System,
    };

    [Fact]
    public async Task What_is_not_committed_has_not_happened()
    {
        var tenant = await DefinedAsync();
        var before = await Dump.ReadAsync(Store.Services, tenant.Tenant);

        await using (var scope = tenant.Scope())
        {
            await using var work = await BeginAsync(scope);
            var version = new StoredVersion { Item = Sample.Article("a", "A", path: "p"), WrittenBy = PrincipalKind.System };
            await work.Content.SaveAsync(LiveVersions.None, new(0, version, version), Stop);
            await work.Documents.SetAsync("Own", "{}", Stop);
            work.Record(s_event);
        }

        Assert.Equal(before, await Dump.ReadAsync(Store.Services, tenant.Tenant));
        Assert.Empty(await tenant.IdsAsync(new ContentQuery()));
    }

    [Fact]
    public async Task The_version_is_raised_once_in_each_commit_that_wrote()
    {
        var tenant = await DefinedAsync();
        var before = await VersionsAsync(tenant);

        await tenant.PublishAsync(Sample.Article("a", "A"), Sample.Article("b", "B"));
        var afterContent = await VersionsAsync(tenant);
        await tenant.SetAsync("Own", []);
        var afterDocument = await VersionsAsync(tenant);
        await tenant.LoadAsync(new("a"));
        await tenant.WriteAsync(work =>
        {
            work.Record(s_event);
            return ValueTask.FromResult(0);
        });

        Assert.Equal(new(before.Version + 1, before.ConfigurationVersion, before.PublicVersion + 1), afterContent);
        Assert.Equal(new(before.Version + 2, before.ConfigurationVersion + 1, before.PublicVersion + 2), afterDocument);
        Assert.Equal(afterDocument, await VersionsAsync(tenant));
    }

    [Fact]
    public async Task The_configuration_is_what_the_transaction_sees()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.WriteAsync(async work =>
        {
            Assert.Empty((await work.GetConfigurationAsync(Stop)).Model.Types);
            await work.Documents.SetAsync("ContentDefinition", Sample.Definitions, Stop);
            Assert.Equal(3, (await work.GetConfigurationAsync(Stop)).Model.Types.Length);
            Assert.Same(await work.GetConfigurationAsync(Stop), await work.GetConfigurationAsync(Stop));
            return 0;
        });

        var committed = await Store.Services.GetRequiredService<TenantConfigurations>().GetAsync(tenant.Tenant.Id, Stop);
        Assert.Equal(3, committed.Model.Types.Length);
        Assert.Equal((await VersionsAsync(tenant)).ConfigurationVersion, committed.Version);
    }

    [Fact]
    public async Task A_version_that_has_moved_on_is_not_written_over()
    {
        var tenant = await DefinedAsync();
        await tenant.PublishAsync(Sample.Article("a", "one"));
        var seen = await tenant.LoadAsync(new("a"));
        await tenant.PublishAsync(Sample.Article("a", "two"));

        foreach (
            var after in new[]
            {
                seen with
                {
                    Latest = null,
                    Published = null,
                },
                seen with
                {
                    Latest = New("three"),
                },
                seen with
                {
                    Latest = seen.Latest! with { Item = Sample.Article("a", "three") },
                },
            }
        )
        {
            await Assert.ThrowsAsync<StoreConflictException>(() => tenant.WriteAsync(work => work.Content.SaveAsync(seen, after, Stop)));
        }

        Assert.Equal("two", (await tenant.LoadAsync(new("a"))).Published!.Item.DisplayText);
    }

    [Fact]
    public async Task The_database_itself_keeps_items_paths_and_versions_apart()
    {
        var tenant = await DefinedAsync();
        await tenant.PublishAsync(Sample.Article("a", "A", path: "Samme"));
        var stored = (await tenant.LoadAsync(new("a"))).Latest!.Item;

        foreach (
            var item in new[]
            {
                Sample.Article("A", "a second item of that id"),
                Sample.Article("b", "a second item of that path", path: "samme"),
                stored with
                {
                    DisplayText = "a second version of that id",
                },
            }
        )
        {
            var version = new StoredVersion { Item = item, WrittenBy = PrincipalKind.System };
            await Assert.ThrowsAsync<StoreConflictException>(() =>
                tenant.WriteAsync(work => work.Content.SaveAsync(LiveVersions.None, new(0, version, version), Stop))
            );
        }

        Assert.Equal(["a"], await tenant.IdsAsync(new ContentQuery()));
    }

    [Fact]
    public async Task Writers_of_a_tenant_take_turns()
    {
        var tenant = await DefinedAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        await using var scope = tenant.Scope();
                        await using var work = await BeginAsync(scope);
                        var before = await work.Content.LoadAsync(new("counter"), Stop);
                        var count = int.Parse(before.Latest?.Item.DisplayText ?? "0", CultureInfo.InvariantCulture);
                        var next = new StoredVersion
                        {
                            Item = Sample.Article("counter", (count + 1).ToString(CultureInfo.InvariantCulture)),
                            WrittenBy = PrincipalKind.System,
                        };
                        await work.Content.SaveAsync(before, before with { Latest = next, Published = next }, Stop);
                        await work.CommitAsync(Stop);
                    })
                )
        );

        Assert.Equal("8", (await tenant.LoadAsync(new("counter"))).Latest!.Item.DisplayText);
    }

    [Fact]
    public async Task A_scope_without_a_tenant_may_neither_read_nor_write()
    {
        await using var scope = Store.Services.CreateAsyncScope();

        await Assert.ThrowsAsync<InvalidOperationException>(() => BeginAsync(scope));
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ITenantDbContexts>().Create());
    }

    [Fact]
    public async Task A_context_of_the_unit_of_work_shares_its_fate()
    {
        var tenant = await Store.CreateTenantAsync();
        var before = await VersionsAsync(tenant);

        await using (var scope = tenant.Scope())
        {
            var contexts = scope.ServiceProvider.GetRequiredService<ITenantDbContexts>();
            await using (var dropped = await BeginAsync(scope))
            {
                await using var context = contexts.Create(dropped);
                context.Add(new TenantDocumentRow { Name = "Dropped", Json = "{}" });
                await context.SaveChangesAsync(Stop);
            }

            await using var work = await BeginAsync(scope);
            await using var kept = contexts.Create(work);
            kept.Add(new TenantDocumentRow { Name = "Kept", Json = "{}" });
            await kept.SaveChangesAsync(Stop);
            await work.CommitAsync(Stop);
        }

        await using var reading = tenant.Scope();
        await using var reader = reading.ServiceProvider.GetRequiredService<ITenantDbContexts>().Create();
        var row = Assert.Single(await reader.Set<TenantDocumentRow>().ToListAsync(Stop));
        Assert.Equal(("Kept", tenant.Tenant.Id.Value), (row.Name, row.TenantId));
        Assert.Equal(before.Version + 1, (await VersionsAsync(tenant)).Version);
    }

    [Fact]
    public async Task A_changed_definition_is_indexed_anew()
    {
        var tenant = await DefinedAsync();
        await tenant.PublishAsync(Sample.Article("a", "A", new JsonObject { ["Later"] = Sample.Text("ord") }), Sample.Article("b", "B"));
        var later = JsonNode.Parse(Sample.Definitions)!.AsObject();
        ((JsonArray)later["ContentParts"]![1]!["ContentPartFieldDefinitionRecords"]!).Add(
            new JsonObject { ["FieldName"] = "TextField", ["Name"] = "Later" }
        );

        await tenant.WriteAsync(async work =>
        {
            await work.Documents.SetAsync("ContentDefinition", later.ToJsonString(), Stop);
            await work.Content.ReindexAsync(["article"], Stop);
            return 0;
        });

        Assert.Equal(
            ["a"],
            await tenant.IdsAsync(ContentQuery.For("Article").Where(ContentFilter.Equal("Article.Later", ContentValue.Of("ORD"))))
        );
        Assert.Equal(["b", "a"], await tenant.IdsAsync(ContentQuery.For("Article").OrderBy("Article.Later")));
    }

    private static StoredVersion New(string title) => new() { Item = Sample.Article("a", title), WrittenBy = PrincipalKind.System };

    private static Task<IUnitOfWork> BeginAsync(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);

    private async Task<TenantVersions> VersionsAsync(TestTenant tenant) =>
        await Store.Services.GetRequiredService<ITenantStore>().ReadVersionsAsync(tenant.Tenant.Id, Stop);

    private async Task<TestTenant> DefinedAsync()
    {
        var tenant = await Store.CreateTenantAsync();
        await tenant.DefineAsync(Sample.Definitions);
        return tenant;
    }
}

public sealed class UnitOfWorkTestsOnSqlite(SqliteStore store) : UnitOfWorkTests(store), IClassFixture<SqliteStore>;

public sealed class UnitOfWorkTestsOnPostgreSql(PostgreSqlStore store) : UnitOfWorkTests(store), IClassFixture<PostgreSqlStore>;
