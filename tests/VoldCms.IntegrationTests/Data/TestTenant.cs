using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Definitions;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Permissions;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using Xunit;

namespace VoldCms.IntegrationTests.Data;

/// <summary>A tenant in a test: short words for what the tests do all the time.</summary>
public sealed class TestTenant(IServiceProvider services, Tenant tenant)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Tenant Tenant => tenant;

    public IServiceProvider Services => services;

    /// <summary>A scope of the tenant's, for the system or for somebody else.</summary>
    public AsyncServiceScope Scope(Principal? principal = null)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(tenant);
        scope.ServiceProvider.GetRequiredService<CurrentPrincipal>().Value = principal ?? Principal.System;
        return scope;
    }

    /// <summary>Does something in a unit of work and commits it.</summary>
    public async Task<T> WriteAsync<T>(Func<IUnitOfWork, ValueTask<T>> write)
    {
        await using var scope = Scope();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var result = await write(work);
        await work.CommitAsync(Stop);
        return result;
    }

    /// <summary>Runs an action as an endpoint does: it writes, success commits, anything else is dropped.</summary>
    public async Task<Result<TResult>> RunAsync<TAction, TResult>(
        Principal principal,
        Func<TAction, IUnitOfWork, ValueTask<Result<TResult>>> run
    )
        where TAction : notnull
    {
        await using var scope = Scope(principal);
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWorkFactory>().BeginAsync(Stop);
        var result = await run(scope.ServiceProvider.GetRequiredService<TAction>(), work);
        if (result.IsSuccess)
        {
            await work.CommitAsync(Stop);
        }

        return result;
    }

    public Task DefineAsync(string contentDefinition) =>
        WriteAsync(async work =>
        {
            await work.Documents.SetAsync(ContentDefinitionDocument.Name, contentDefinition, Stop);
            return 0;
        });

    public Task SetAsync(string document, JsonObject json) =>
        WriteAsync(async work =>
        {
            await work.Documents.SetAsync(document, json.ToJsonString(), Stop);
            return 0;
        });

    public Task SupportAsync(string defaultCulture, params string[] cultures) =>
        SetAsync(
            SiteSettings.DocumentName,
            new JsonObject
            {
                ["LocalizationSettings"] = new JsonObject
                {
                    ["DefaultCulture"] = defaultCulture,
                    ["SupportedCultures"] = new JsonArray([.. cultures.Select(culture => JsonValue.Create(culture))]),
                },
            }
        );

    /// <summary>Stores items as published, in one unit of work.</summary>
    public Task PublishAsync(params ContentItem[] items) =>
        WriteAsync(async work =>
        {
            foreach (var item in items)
            {
                var version = new StoredVersion { Item = item, WrittenBy = PrincipalKind.System };
                var before = await work.Content.LoadAsync(item.ContentItemId, Stop);
                await work.Content.SaveAsync(before, before with { Latest = version, Published = version }, Stop);
            }

            return 0;
        });

    /// <summary>Stores an item as a draft beside what is public.</summary>
    public Task<LiveVersions> SaveDraftAsync(ContentItem item) =>
        WriteAsync(async work =>
        {
            var before = await work.Content.LoadAsync(item.ContentItemId, Stop);
            return await work.Content.SaveAsync(
                before,
                before with
                {
                    Latest = new StoredVersion { Item = item, WrittenBy = PrincipalKind.System },
                },
                Stop
            );
        });

    public Task<LiveVersions> LoadAsync(ContentItemId id) => WriteAsync(work => work.Content.LoadAsync(id, Stop));

    public async Task<ContentPage> ListAsync(ContentQuery query, Principal? principal = null)
    {
        await using var scope = Scope(principal);
        var page = await scope.ServiceProvider.GetRequiredService<ContentReader>().ListAsync(query, Stop);
        return page.Value;
    }

    /// <summary>The ids that a query gives, in order.</summary>
    public async Task<string[]> IdsAsync(ContentQuery query, Principal? principal = null) =>
        [.. (await ListAsync(query, principal)).Items.Select(item => item.ContentItemId.Value)];
}
