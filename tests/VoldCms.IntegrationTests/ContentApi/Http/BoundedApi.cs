using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using VoldCms.ContentManagement.Computing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.Data.Databases;

namespace VoldCms.IntegrationTests.ContentApi.Http;

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

    private int _waiting;

    /// <summary>Until somebody waits for what never comes: her place is taken.</summary>
    public async Task UntilSomebodyWaitsAsync()
    {
        while (Volatile.Read(ref _waiting) == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

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
            services.AddNamedQuery<EveryPage>(s_everyPage);
            services.AddScoped<IContentQueryStore>(scope => new EndlessStore(
                this,
                (IContentQueryStore)ActivatorUtilities.CreateInstance(scope, store)
            ));
        });
    }

    private static readonly NamedQueryDefinition s_everyPage = new()
    {
        Name = "EveryPage",
        Description = "Of every help page its name: read whole, whatever is given.",
        ContentTypes = ["HelpPage"],
        Shape = new ValueShape.ListOf(ValueShape.Text),
    };

    private sealed class EveryPage(ContentReader reader) : INamedQuery
    {
        public async ValueTask<Result<QueryAnswer>> RunAsync(ParameterValues values, CancellationToken cancellationToken)
        {
            var listed = await reader.ListAsync(ContentQuery.For("HelpPage") with { Take = 1000 }, cancellationToken);
            return new QueryAnswer(listed.Value.Items.Select(page => page.DisplayText).ToList<object?>());
        }
    }

    private sealed class EndlessStore(BoundedApi site, IContentQueryStore inner) : IContentQueryStore
    {
        public async Task<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken)
        {
            // A list of items asks for one more than it gives.
            if (query.Query.Take is Endless or Endless + 1)
            {
                Interlocked.Increment(ref site._waiting);
                try
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
                finally
                {
                    Interlocked.Decrement(ref site._waiting);
                }
            }

            return await inner.ListAsync(query, cancellationToken);
        }

        public Task<ImmutableArray<ContentGroup>> CountAsync(
            AuthorizedQuery query,
            ImmutableArray<string> paths,
            CancellationToken cancellationToken
        ) => inner.CountAsync(query, paths, cancellationToken);

        public Task<ImmutableArray<ContentChange>> ListChangesAsync(
            AuthorizedQuery query,
            ChangePosition? after,
            CancellationToken cancellationToken
        ) => inner.ListChangesAsync(query, after, cancellationToken);

        public Task<ImmutableArray<ContentItemId>> FindFormerPathsAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
            inner.FindFormerPathsAsync(paths, cancellationToken);
    }
}

public sealed class BoundedOnSqlite() : BoundedApi(DatabaseProvider.Sqlite);

public sealed class BoundedOnPostgreSql() : BoundedApi(DatabaseProvider.PostgreSql);
