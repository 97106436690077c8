using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.Bench.ContentStore;

/// <summary>One tenant of a bench, in a scope of the system's that is kept open.</summary>
internal sealed class BenchTenant : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    private BenchTenant(AsyncServiceScope scope) => _scope = scope;

    public IServiceProvider Services => _scope.ServiceProvider;

    public static async Task<BenchTenant> CreateAsync(IServiceProvider services, string name)
    {
        var created = await services.GetRequiredService<ITenantStore>().CreateAsync(new() { Id = default, Name = name }, default);
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(created.Value);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = Principal.System;
        var tenant = new BenchTenant(scope);
        await using var work = await tenant.BeginAsync();
        await work.Documents.SetAsync(ContentDefinitionDocument.Name, SampleContent.Definitions, default);
        await work.CommitAsync(default);
        return tenant;
    }

    public Task<IUnitOfWork> BeginAsync() => Services.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(default);

    /// <summary>Seeds through the store alone, in transactions of 5,000.</summary>
    public async Task SeedAsync(int count)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(5_000))
        {
            await using var work = await BeginAsync();
            foreach (var number in batch)
            {
                await SaveAsync(work, SampleContent.Item(number));
            }

            await work.CommitAsync(default);
        }
    }

    public static async ValueTask SaveAsync(IUnitOfWork work, ContentItem item)
    {
        var version = new StoredVersion { Item = item, WrittenBy = PrincipalKind.System };
        var before = await work.Content.LoadAsync(item.ContentItemId, default);
        await work.Content.SaveAsync(before, before with { Latest = version, Published = version }, default);
    }

    public async ValueTask<ContentPage> ListAsync(ContentQuery query) =>
        (await Services.GetRequiredService<ContentReader>().ListAsync(query, default)).Value;

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
