using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Model;
using VoldCms.Data.Tenancy;
using VoldCms.IntegrationTests.Data.DatabaseBackups;
using Xunit;

namespace VoldCms.IntegrationTests.Data.Tenancy;

/// <summary>
/// One tenant cannot read or write another's rows through any store method. Every method has its attempt here; one without
/// fails <see cref="Every_store_method_is_tried"/>.
/// </summary>
public abstract class TenantIsolationTests(StoreFixture store) : StoreTest(store)
{
    private static readonly Type[] s_contracts =
    [
        typeof(IContentStore),
        typeof(ITenantDocuments),
        typeof(ITenantDocumentReader),
        typeof(IContentQueryStore),
        typeof(IUnitOfWork),
        typeof(IUnitOfWorkFactory),
        typeof(ITenantDbContexts),
        typeof(IInstallationDbContexts),
        typeof(IInstallationWork),
        typeof(ITenantStore),
        typeof(IJobLeases),
        typeof(IDatabaseBackup),
        typeof(IStoreProbe),
    ];

    /// <summary>What the intruder knows about the victim: everything.</summary>
    private sealed record Attempt(TestTenant Victim, LiveVersions Known, TestTenant Intruder, AsyncServiceScope Scope, IUnitOfWork Work);

    private static readonly Dictionary<string, Func<Attempt, Task>> s_attempts = new(StringComparer.Ordinal)
    {
        ["IContentStore.LoadAsync"] = async attempt =>
            Assert.Equal(LiveVersions.None, await attempt.Work.Content.LoadAsync(attempt.Known.Latest!.Item.ContentItemId, Stop)),
        ["IContentStore.FindVersionAsync"] = async attempt =>
            Assert.Null(
                await attempt.Work.Content.FindVersionAsync(
                    attempt.Known.Latest!.Item.ContentItemId,
                    attempt.Known.Latest.Item.ContentItemVersionId,
                    Stop
                )
            ),
        ["IContentStore.SaveAsync"] = attempt =>
            Assert.ThrowsAsync<StoreConflictException>(async () =>
                await attempt.Work.Content.SaveAsync(attempt.Known, attempt.Known with { Latest = null, Published = null }, Stop)
            ),
        ["IContentStore.SaveArchivedAsync"] = attempt =>
            Assert.ThrowsAsync<StoreConflictException>(async () =>
                await attempt.Work.Content.SaveArchivedAsync(attempt.Known.ItemKey, attempt.Known.Latest!, Stop)
            ),
        ["IContentStore.FindPathOwnerAsync"] = async attempt =>
            Assert.Null(await attempt.Work.Content.FindPathOwnerAsync("victim/path", Stop)),
        ["IContentStore.FindByValueAsync"] = async attempt =>
            Assert.Null(await attempt.Work.Content.FindByValueAsync("TitlePart.Title", ContentValue.Of("Victim"), new("nobody"), Stop)),
        ["IContentStore.FindLocalizationAsync"] = async attempt =>
            Assert.Null(await attempt.Work.Content.FindLocalizationAsync("set", "nb", Stop)),
        ["IContentStore.FindMissingAsync"] = async attempt =>
            Assert.Equal(
                2,
                (
                    await attempt.Work.Content.FindMissingAsync(
                        [new("a", ReferenceKind.Item, "victim"), new("b", ReferenceKind.LocalizationSet, "set")],
                        Stop
                    )
                ).Count
            ),
        ["IContentStore.ReindexAsync"] = async attempt => await attempt.Work.Content.ReindexAsync(["Guide", "Article"], Stop),
        ["ITenantDocuments.FindAsync"] = async attempt => Assert.Null(await attempt.Work.Documents.FindAsync("Secret", Stop)),
        ["ITenantDocuments.SetAsync"] = async attempt => await attempt.Work.Documents.SetAsync("Secret", """{"own":1}""", Stop),
        ["ITenantDocumentReader.ReadAsync"] = async attempt =>
        {
            var read = await attempt
                .Scope.ServiceProvider.GetRequiredService<ITenantDocumentReader>()
                .ReadAsync(attempt.Intruder.Tenant.Id, Stop);
            Assert.DoesNotContain("Secret", read.Documents.Keys);
        },
        ["IContentQueryStore.ListAsync"] = async attempt =>
        {
            foreach (var state in Enum.GetValues<VersionState>())
            {
                foreach (
                    var filter in new[]
                    {
                        null,
                        ContentFilter.Equal(ContentPaths.ContentItemId, ContentValue.Of("victim")),
                        ContentFilter.Equal(ContentPaths.Path, ContentValue.Of("victim/path")),
                        ContentFilter.Contains(ContentPaths.DisplayText, "i"),
                        new ContentFilter.Not(ContentFilter.Contains(ContentPaths.DisplayText, "none")),
                    }
                )
                {
                    foreach (var order in new[] { ContentPaths.DisplayText, ContentPaths.ContentItemId, ContentPaths.CreatedUtc })
                    {
                        var query = (
                            new ContentQuery
                            {
                                State = state,
                                Filter = filter,
                                CountTotal = true,
                            }
                        ).OrderBy(order);
                        var page = await attempt.Intruder.ListAsync(query);
                        Assert.Equal(0, page.Total);
                        Assert.Empty(page.Items);
                        Assert.Equal(0, (await attempt.Intruder.ListAsync(query with { Culture = "nb", Take = 0 })).Total);
                    }
                }
            }
        },
        ["IContentQueryStore.CountAsync"] = async attempt =>
        {
            await using var scope = attempt.Intruder.Scope();
            var reader = scope.ServiceProvider.GetRequiredService<ContentReader>();
            Assert.Empty((await reader.CountAsync(new(), [ContentPaths.DisplayText], Stop)).Value);
        },
        ["IContentQueryStore.ListChangesAsync"] = async attempt =>
        {
            await using var scope = attempt.Intruder.Scope();
            var reader = scope.ServiceProvider.GetRequiredService<ContentReader>();
            Assert.Empty((await reader.ListChangesAsync([], null, 100, Stop)).Value);
            Assert.Empty((await reader.ListChangesAsync([], new(DateTimeOffset.UnixEpoch, new("")), 100, Stop)).Value);
        },
        ["IContentQueryStore.FindFormerPathsAsync"] = async attempt =>
            Assert.Empty(
                await attempt.Scope.ServiceProvider.GetRequiredService<IContentQueryStore>().FindFormerPathsAsync(["victim/left"], Stop)
            ),
        ["IUnitOfWork.get_Tenant"] = attempt => Task.Run(() => Assert.Equal(attempt.Intruder.Tenant.Id, attempt.Work.Tenant.Id)),
        ["IUnitOfWork.get_Content"] = _ => Task.CompletedTask, // its methods are above
        ["IUnitOfWork.get_Documents"] = _ => Task.CompletedTask, // its methods are above
        ["IUnitOfWork.GetConfigurationAsync"] = async attempt =>
            Assert.DoesNotContain("Hidden", (await attempt.Work.GetConfigurationAsync(Stop)).Model.Types.Select(type => type.Name)),
        ["IUnitOfWork.Record"] = attempt =>
            Task.Run(() =>
                attempt.Work.Record(
                    new()
                    {
                        AtUtc = DateTimeOffset.UnixEpoch,
                        Action = "Intrude",
                        PrincipalKind = PrincipalKind.User,
                        ContentItemId = new("victim"),
                    }
                )
            ),
        ["IUnitOfWork.CommitAsync"] = async attempt =>
        {
            await attempt.Work.Documents.SetAsync("Secret", "{}", Stop);
            await attempt.Work.CommitAsync(Stop);
        },
        ["IUnitOfWorkFactory.BeginAsync"] = attempt =>
            Task.Run(() =>
                Assert.Throws<InvalidOperationException>(() =>
                    attempt.Scope.ServiceProvider.GetRequiredService<TenantContext>().Set(attempt.Victim.Tenant)
                )
            ),
        ["IInstallationDbContexts.Create"] = async attempt =>
        {
            await using var context = attempt.Scope.ServiceProvider.GetRequiredService<IInstallationDbContexts>().Create();
            Assert.Empty(await context.Set<ContentVersionRow>().ToListAsync(Stop));
            Assert.Empty(await context.Set<TenantDocumentRow>().ToListAsync(Stop));
        },
        ["IInstallationDbContexts.BeginAsync"] = _ => Task.CompletedTask, // what it begins is below
        ["IInstallationWork.get_Context"] = async attempt =>
        {
            // On SQLite writers take turns.
            await attempt.Work.DisposeAsync();
            var installation = attempt.Scope.ServiceProvider.GetRequiredService<IInstallationDbContexts>();
            await using var work = await installation.BeginAsync(Stop);
            Assert.Empty(await work.Context.Set<ContentVersionRow>().ToListAsync(Stop));
            Assert.Equal(0, await work.Context.Set<TenantDocumentRow>().ExecuteDeleteAsync(Stop));
            await work.CommitAsync(Stop);
        },
        ["IInstallationWork.CommitAsync"] = async attempt =>
        {
            await attempt.Work.DisposeAsync();
            var installation = attempt.Scope.ServiceProvider.GetRequiredService<IInstallationDbContexts>();
            await using var work = await installation.BeginAsync(Stop);
            work
                .Context.Attach(
                    new TenantDocumentRow
                    {
                        TenantId = attempt.Victim.Tenant.Id.Value,
                        Name = "Secret",
                        Json = "{}",
                    }
                )
                .State = EntityState.Modified;
            await Assert.ThrowsAsync<InvalidOperationException>(() => work.CommitAsync(Stop));
        },
        ["ITenantDbContexts.Create"] = async attempt =>
        {
            var contexts = attempt.Scope.ServiceProvider.GetRequiredService<ITenantDbContexts>();
            foreach (var context in new[] { contexts.Create(), contexts.Create(attempt.Work) })
            {
                await using (context)
                {
                    Assert.Empty(await context.Set<ContentVersionRow>().ToListAsync(Stop));
                    Assert.Empty(await context.Set<TenantDocumentRow>().Where(row => row.Name == "Secret").ToListAsync(Stop));
                    context
                        .Attach(
                            new TenantDocumentRow
                            {
                                TenantId = attempt.Victim.Tenant.Id.Value,
                                Name = "Secret",
                                Json = "{}",
                            }
                        )
                        .State = EntityState.Modified;
                    await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Stop));
                }
            }
        },

        // The list of tenants is read without one, by the host alone; it gives no row of a tenant's own.
        ["ITenantStore.ListAsync"] = _ => Task.CompletedTask,
        ["ITenantStore.FindAsync"] = _ => Task.CompletedTask,
        ["ITenantStore.CreateAsync"] = _ => Task.CompletedTask,
        ["ITenantStore.SetStateAsync"] = async attempt =>
        {
            await attempt.Work.DisposeAsync();
            await attempt
                .Scope.ServiceProvider.GetRequiredService<ITenantStore>()
                .SetStateAsync(attempt.Intruder.Tenant.Id, TenantState.Disabled, Stop);
        },
        ["ITenantStore.RemoveAsync"] = async attempt =>
        {
            await attempt.Work.DisposeAsync();
            await attempt.Scope.ServiceProvider.GetRequiredService<ITenantStore>().RemoveAsync(attempt.Intruder.Tenant.Id, Stop);
            Assert.Empty((await Dump.ReadAsync(attempt.Intruder.Services, attempt.Intruder.Tenant)).Trim());
        },
        ["ITenantStore.ReadVersionsAsync"] = _ => Task.CompletedTask,

        // Leases and backups are the installation's: the one holds no row of a tenant, the other all of them, for its operator.
        ["IJobLeases.TryTakeAsync"] = _ => Task.CompletedTask,
        ["IJobLeases.ReleaseAsync"] = _ => Task.CompletedTask,
        ["IDatabaseBackup.WriteAsync"] = _ => Task.CompletedTask,
        ["IDatabaseBackup.CheckAsync"] = _ => Task.CompletedTask,
        ["IDatabaseBackup.RestoreAsync"] = _ => Task.CompletedTask,

        // Whether the installation's store can be read; it gives nothing of what it reads.
        ["IStoreProbe.ReadAsync"] = _ => Task.CompletedTask,
    };

    public static TheoryData<string> Methods => [.. s_attempts.Keys];

    [Fact]
    public void Every_store_method_is_tried()
    {
        var methods = s_contracts.SelectMany(contract =>
            contract.GetMethods(BindingFlags.Instance | BindingFlags.Public).Select(method => $"{contract.Name}.{method.Name}")
        );

        Assert.Equal(methods.Distinct().Order(StringComparer.Ordinal), s_attempts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_contract_of_the_store_is_among_them()
    {
        var contracts = typeof(IUnitOfWork)
            .Assembly.GetExportedTypes()
            .Concat(typeof(ITenantDbContexts).Assembly.GetExportedTypes())
            .Where(type =>
                type.IsInterface
                && typeof(VoldCms.Data.DataServices).Assembly.GetTypes().Any(known => known.IsClass && type.IsAssignableFrom(known))
            )
            .Where(type => type != typeof(ITenantOwned));

        Assert.Equal(
            contracts.Select(type => type.Name).Order(StringComparer.Ordinal),
            s_contracts.Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_tenant_reaches_nothing_of_another(string method)
    {
        var victim = await Store.CreateTenantAsync();
        await victim.DefineAsync(Sample.Definitions.Replace("\"Note\"", "\"Hidden\"", StringComparison.Ordinal));
        await victim.SupportAsync("nb", "nb", "nn");
        await victim.PublishAsync(Sample.Guide("victim", "Victim", "nb", "set", "victim/left"));
        await victim.PublishAsync(Sample.Guide("victim", "Victim", "nb", "set", "victim/path"));
        await victim.SetAsync("Secret", []);
        var intruder = await Store.CreateTenantAsync();
        // The same types and cultures, so that nothing but the tenant stands between.
        await intruder.DefineAsync(Sample.Definitions);
        await intruder.SupportAsync("nb", "nb", "nn");
        var known = await victim.LoadAsync(new("victim"));
        var before = await Dump.ReadAsync(Store.Services, victim.Tenant);

        await using (var scope = intruder.Scope())
        {
            await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
            await s_attempts[method](new(victim, known, intruder, scope, work));
        }

        Assert.Equal(before, await Dump.ReadAsync(Store.Services, victim.Tenant));
        Assert.Equal(["victim"], await victim.IdsAsync(ContentQuery.For("Guide") with { Culture = "nn" }));
    }
}

public sealed class TenantIsolationTestsOnSqlite(SqliteStore store) : TenantIsolationTests(store), IClassFixture<SqliteStore>;

public sealed class TenantIsolationTestsOnPostgreSql(PostgreSqlStore store) : TenantIsolationTests(store), IClassFixture<PostgreSqlStore>;
