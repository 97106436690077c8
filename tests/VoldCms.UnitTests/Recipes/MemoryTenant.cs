using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Results;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;

namespace VoldCms.UnitTests.Recipes;

/// <summary>A tenant's rows in memory: units of work see their own writes, and a commit makes them everybody's.</summary>
internal sealed class MemoryTenant : IUnitOfWorkFactory, ITenantDocumentReader, ITenantStore
{
    private State _committed = new([], new(StringComparer.Ordinal));

    public Tenant Tenant { get; } =
        new()
        {
            Id = new(1),
            Name = "prøve",
            RequestUrlPrefix = "prove",
        };

    public int Commits { get; private set; }

    public IReadOnlyDictionary<string, string> Documents => _committed.Documents;

    public IReadOnlyList<MemoryItem> Items => _committed.Items;

    public ContentItem? FindLatest(string id) => Items.FirstOrDefault(item => item.Id == new ContentItemId(id))?.Latest?.Item;

    public Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) => Task.FromResult<IUnitOfWork>(new Work(this));

    public Task<TenantDocumentSet> ReadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(new TenantDocumentSet(Commits, _committed.Documents));

    public ValueTask<TenantVersions> ReadVersionsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        new(new TenantVersions(Commits, Commits, Commits));

    Task<IReadOnlyList<Tenant>> ITenantStore.ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Tenant?> ITenantStore.FindAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Result<Tenant>> ITenantStore.CreateAsync(
        Tenant tenant,
        IReadOnlyDictionary<string, string> documents,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    Task ITenantStore.SetStateAsync(TenantId tenant, TenantState state, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task ITenantStore.RemoveAsync(TenantId tenant, CancellationToken cancellationToken) => throw new NotSupportedException();

    private sealed record State(List<MemoryItem> Items, Dictionary<string, string> Documents)
    {
        public State Copy() => new([.. Items], new(Documents, StringComparer.Ordinal));
    }

    private sealed class Work(MemoryTenant owner) : IUnitOfWork, IContentStore, ITenantDocuments
    {
        private readonly State _state = owner._committed.Copy();

        public Tenant Tenant => owner.Tenant;

        public IContentStore Content => this;

        public ITenantDocuments Documents => this;

        public ValueTask<TenantConfiguration> GetConfigurationAsync(CancellationToken cancellationToken) =>
            new(TenantConfiguration.Read(0, _state.Documents));

        public void Record(AuditEvent auditEvent)
        {
            // Nobody asks for the trail here.
        }

        public Task CommitAsync(CancellationToken cancellationToken)
        {
            owner._committed = _state;
            owner.Commits++;
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public ValueTask<LiveVersions> LoadAsync(ContentItemId id, CancellationToken cancellationToken) =>
            new(
                _state.Items.FirstOrDefault(item => item.Id == id) is { } found
                    ? new LiveVersions(found.Key, found.Latest, found.Published)
                    : LiveVersions.None
            );

        public ValueTask<StoredVersion?> FindVersionAsync(
            ContentItemId id,
            ContentItemVersionId versionId,
            CancellationToken cancellationToken
        ) =>
            new(
                _state
                    .Items.FirstOrDefault(item => item.Id == id)
                    ?.All.FirstOrDefault(version => version.Item.ContentItemVersionId == versionId)
            );

        public ValueTask<LiveVersions> SaveAsync(LiveVersions before, LiveVersions after, CancellationToken cancellationToken)
        {
            var key = before.ItemKey == 0 ? _state.Items.Count + 1 : before.ItemKey;
            var latest = Flagged(after.Latest, isLatest: true, isPublished: ReferenceEquals(after.Latest, after.Published));
            var published = ReferenceEquals(after.Latest, after.Published)
                ? latest
                : Flagged(after.Published, isLatest: false, isPublished: true);
            var id = (after.Latest ?? after.Published ?? before.Latest)!.Item.ContentItemId;
            var history = _state.Items.FirstOrDefault(item => item.Id == id)?.All ?? [];
            _state.Items.RemoveAll(item => item.Id == id);
            var live = new[] { latest, published }.OfType<StoredVersion>().Distinct().ToList();
            _state.Items.Add(
                new(
                    key,
                    id,
                    latest,
                    published,
                    [
                        .. history.Where(old => live.All(version => version.Item.ContentItemVersionId != old.Item.ContentItemVersionId)),
                        .. live,
                    ]
                )
            );
            return new(new LiveVersions(key, latest, published));
        }

        public ValueTask SaveArchivedAsync(long itemKey, StoredVersion version, CancellationToken cancellationToken)
        {
            _state.Items.Add(new(itemKey == 0 ? _state.Items.Count + 1 : itemKey, version.Item.ContentItemId, null, null, [version]));
            return ValueTask.CompletedTask;
        }

        public ValueTask<ContentItemId?> FindPathOwnerAsync(string path, CancellationToken cancellationToken) =>
            new(
                _state
                    .Items.Where(item => item.Latest is { } latest && ContentPath.AreSame(ContentItemParts.PathOf(latest.Item), path))
                    .Select(item => (ContentItemId?)item.Id)
                    .FirstOrDefault()
            );

        public ValueTask<ContentItemId?> FindLocalizationAsync(
            string localizationSet,
            string culture,
            CancellationToken cancellationToken
        ) =>
            new(
                _state
                    .Items.Where(item =>
                        item.Latest is { } latest
                        && ContentItemParts.LocalizationSetOf(latest.Item) == localizationSet
                        && ContentItemParts.CultureOf(latest.Item) == culture
                    )
                    .Select(item => (ContentItemId?)item.Id)
                    .FirstOrDefault()
            );

        // Paths here are a part and its text property: an alias is all that the actions look for.
        public ValueTask<ContentItemId?> FindByValueAsync(
            string path,
            ContentValue value,
            ContentItemId except,
            CancellationToken cancellationToken
        )
        {
            var (part, property) = (
                path[..path.IndexOf('.', StringComparison.Ordinal)],
                path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]
            );
            return new(
                _state
                    .Items.Where(item =>
                        item.Id != except
                        && new[] { item.Latest, item.Published }
                            .OfType<StoredVersion>()
                            .Any(version =>
                                version.Item.FindPart(part)?[property]?.GetValue<string>() is { } text && ContentValue.Of(text) == value
                            )
                    )
                    .Select(item => (ContentItemId?)item.Id)
                    .FirstOrDefault()
            );
        }

        public ValueTask<IReadOnlyList<ContentReference>> FindMissingAsync(
            IReadOnlyCollection<ContentReference> references,
            CancellationToken cancellationToken
        ) =>
            new(
                (IReadOnlyList<ContentReference>)
                    [
                        .. references.Where(target =>
                            !_state.Items.Any(item =>
                                item.Latest is { } latest
                                && (
                                    target.Kind == ReferenceKind.LocalizationSet
                                        ? ContentItemParts.LocalizationSetOf(latest.Item) == target.Id
                                        : item.Id == new ContentItemId(target.Id)
                                )
                            )
                        ),
                    ]
            );

        public ValueTask ReindexAsync(IReadOnlyCollection<string> contentTypes, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;

        public ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken) =>
            new(_state.Documents.GetValueOrDefault(name));

        public ValueTask SetAsync(string name, string json, CancellationToken cancellationToken)
        {
            _state.Documents[name] = json;
            return ValueTask.CompletedTask;
        }

        private static StoredVersion? Flagged(StoredVersion? version, bool isLatest, bool isPublished) =>
            version is null ? null : version with { Key = 1, Item = version.Item with { Latest = isLatest, Published = isPublished } };
    }
}

/// <summary>An item with every version that has been stored.</summary>
internal sealed record MemoryItem(
    long Key,
    ContentItemId Id,
    StoredVersion? Latest,
    StoredVersion? Published,
    IReadOnlyList<StoredVersion> All
);
