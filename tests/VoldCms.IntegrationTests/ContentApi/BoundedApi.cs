using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.ContentApi;

/// <summary>
/// A site whose bounds are small, on a store that never answers who asks for <see cref="Endless"/> items: only a token ends that.
/// </summary>
public abstract class BoundedApi(DatabaseProvider provider) : ApiSite(provider)
{
    /// <summary>How many items somebody asks for who gets none.</summary>
    public const int Endless = 997;

    public const int MaxResponseBytes = 200_000;

    public const int MaxReadBytes = 300_000;

    public const int MaxSeconds = 5;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("ContentApi:MaxResponseBytes", $"{MaxResponseBytes}");
        builder.UseSetting("ContentApi:MaxReadBytes", $"{MaxReadBytes}");
        builder.UseSetting("ContentApi:MaxSeconds", $"{MaxSeconds}");
        builder.UseSetting("ContentApi:ExecutionMegabytes", "100");
        builder.UseSetting("ContentApi:MaxItemsPerLevel", "100");
        builder.ConfigureServices(services =>
        {
            var store = services.Single(service => service.ServiceType == typeof(IContentQueryStore)).ImplementationType!;
            services.AddScoped<IContentQueryStore>(scope => new EndlessStore((IContentQueryStore)ActivatorUtilities.CreateInstance(scope, store)));
        });
    }

    private sealed class EndlessStore(IContentQueryStore inner) : IContentQueryStore
    {
        public async Task<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken)
        {
            // A list of items asks for one more than it gives.
            if (query.Query.Take is Endless or Endless + 1)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await inner.ListAsync(query, cancellationToken);
        }

        public Task<ImmutableArray<ContentGroup>> CountAsync(AuthorizedQuery query, ImmutableArray<string> paths, CancellationToken cancellationToken) =>
            inner.CountAsync(query, paths, cancellationToken);

        public Task<ImmutableArray<ContentChange>> ListChangesAsync(AuthorizedQuery query, ChangePosition? after, CancellationToken cancellationToken) =>
            inner.ListChangesAsync(query, after, cancellationToken);

        public Task<ContentItemId?> FindFormerPathAsync(string path, CancellationToken cancellationToken) => inner.FindFormerPathAsync(path, cancellationToken);
    }
}

public sealed class BoundedOnSqlite() : BoundedApi(DatabaseProvider.Sqlite);

public sealed class BoundedOnPostgreSql() : BoundedApi(DatabaseProvider.PostgreSql);
