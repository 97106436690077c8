using System.Collections.Immutable;
using System.Data.Common;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.IntegrationTests.Web;

/// <summary>A store that can be taken away, for tests of the edge: the real ones have tests of their own.</summary>
internal sealed class InMemoryStores(params Tenant[] all)
    : ITenantStore,
        ITenantDocumentReader,
        IContentQueryStore,
        IUnitOfWorkFactory,
        IJobLeases
{
    private int _questions;

    private sealed class Gone() : DbException("connection refused by secret-host");

    /// <summary>While true, the database does not answer.</summary>
    public bool IsGone { get; set; }

    /// <summary>While true, reading content fails in a way that nobody has thought of.</summary>
    public bool IsBroken { get; set; }

    /// <summary>The tenants' version.</summary>
    public long Version { get; set; } = 1;

    /// <summary>The tenants' public version.</summary>
    public long PublicVersion { get; set; } = 1;

    /// <summary>How often content was asked for.</summary>
    public int Questions => _questions;

    /// <summary>How long each question for content takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>A path that an item had once, and the one it has now.</summary>
    public (string From, string To) FormerPath { get; } = ("planer/gammel", "planer/trygg");

    public required IReadOnlyDictionary<string, string> Documents { get; set; }

    public required IReadOnlyList<ContentItem> Items { get; init; }

    public Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<Tenant>>(() => all);

    public Task<Tenant?> FindAsync(string name, CancellationToken cancellationToken) =>
        Answer(() => all.FirstOrDefault(tenant => tenant.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    public ValueTask<TenantVersions> ReadVersionsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        new(Answer(() => new TenantVersions(Version, 1, PublicVersion)));

    public Task<TenantDocumentSet> ReadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Answer(() => new TenantDocumentSet(1, Documents));

    public async Task<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        await Task.Delay(Delay, cancellationToken);
        return await Answer(() => List(query));
    }

    private ContentPage List(AuthorizedQuery query)
    {
        if (IsBroken)
        {
            throw new InvalidOperationException("Something nobody thought of.");
        }

        var matching = new InMemoryQuery(query.Configuration.Model, query).Run(Items);
        return new ContentPage(
            [.. matching.Skip(query.Query.Skip).Take(query.Query.Take).Select(item => item.DeepClone())],
            query.Query.CountTotal ? matching.Count : null
        );
    }

    // Only the API counts and asks for changes.
    public Task<ImmutableArray<ContentGroup>> CountAsync(
        AuthorizedQuery query,
        ImmutableArray<string> paths,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<ImmutableArray<ContentChange>> ListChangesAsync(
        AuthorizedQuery query,
        ChangePosition? after,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<Result<Tenant>> CreateAsync(
        Tenant tenant,
        IReadOnlyDictionary<string, string> documents,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task SetStateAsync(TenantId tenant, TenantState state, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RemoveAsync(TenantId tenant, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<ContentItemId>> FindFormerPathsAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken) =>
        Answer<ImmutableArray<ContentItemId>>(() =>
            paths.Contains(FormerPath.From) ? [Items.First(item => ContentItemParts.PathOf(item) == FormerPath.To).ContentItemId] : []
        );

    // Pages only read; what writes is resolved, but never called.
    public Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> TryTakeAsync(string job, string node, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public Task ReleaseAsync(string job, string node, CancellationToken cancellationToken) => throw new NotSupportedException();

    private Task<T> Answer<T>(Func<T> answer) => IsGone ? Task.FromException<T>(new Gone()) : Task.FromResult(answer());
}
