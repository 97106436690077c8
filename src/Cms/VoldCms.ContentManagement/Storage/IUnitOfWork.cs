using VoldCms.ContentManagement.Auditing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.ContentManagement.Storage;

/// <summary>
/// One transaction of one tenant. Actions write into the one they are given; whoever began it commits it, and the tenant's
/// version is raised once, in that commit. Disposed without a commit, nothing has happened.
/// </summary>
/// <remarks>Not thread-safe. A failure inside leaves the unit of work unusable: dispose it.</remarks>
public interface IUnitOfWork : IAsyncDisposable
{
    /// <summary>The tenant that it was begun for.</summary>
    Tenancy.Tenant Tenant { get; }

    /// <summary>The tenant's items, as this transaction sees them.</summary>
    IContentStore Content { get; }

    /// <summary>Definitions, settings, roles: the tenant's documents, as this transaction sees them.</summary>
    ITenantDocuments Documents { get; }

    /// <summary>Definitions, settings and roles parsed, as this transaction sees them.</summary>
    ValueTask<TenantConfiguration> GetConfigurationAsync(CancellationToken cancellationToken);

    /// <summary>Stored with the commit.</summary>
    void Record(AuditEvent auditEvent);

    /// <summary>Makes everything durable and raises the tenant's version when anything was written.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}

/// <summary>Begins units of work for the tenant of the current scope. Scoped.</summary>
public interface IUnitOfWorkFactory
{
    /// <summary>Begins a writing transaction; waits for other writers where the database has but one.</summary>
    /// <exception cref="InvalidOperationException">The scope has no tenant.</exception>
    Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken);
}

/// <summary>The writing side of the content store: whole versions in, index rows kept in step.</summary>
public interface IContentStore
{
    /// <summary>The item's live versions; <see cref="LiveVersions.None"/> when it has never been stored.</summary>
    ValueTask<LiveVersions> LoadAsync(ContentItemId id, CancellationToken cancellationToken);

    /// <summary>Any stored version, archived ones too; null when there is none.</summary>
    ValueTask<StoredVersion?> FindVersionAsync(ContentItemId id, ContentItemVersionId versionId, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the item's live versions. New versions (<see cref="StoredVersion.Key"/> 0) are inserted, changed ones updated,
    /// versions that are live no more lose their flags but stay; one that becomes public, or is public no more, gets
    /// <see cref="StoredVersion.PublicFromUtc"/> or <see cref="StoredVersion.PublicToUtc"/> of now. The index rows of both states
    /// are made anew where they differ.
    /// </summary>
    /// <param name="before">What <see cref="LoadAsync"/> gave.</param>
    /// <param name="after">Latest and Published to be; their <see cref="ContentItem.Latest"/> and <see cref="ContentItem.Published"/> are
    /// set by the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><paramref name="after"/> with keys and flags filled.</returns>
    ValueTask<LiveVersions> SaveAsync(LiveVersions before, LiveVersions after, CancellationToken cancellationToken);

    /// <summary>Stores a version that is live in no state: history that an import brings along.</summary>
    ValueTask SaveArchivedAsync(long itemKey, StoredVersion version, CancellationToken cancellationToken);

    /// <summary>
    /// The item whose latest or published version has that path (compared as <see cref="ContentPath.Fold"/> has it); null when it is free.
    /// </summary>
    ValueTask<ContentItemId?> FindPathOwnerAsync(string path, CancellationToken cancellationToken);

    /// <summary>The item that stands for that culture in that set, latest or published; null when there is none.</summary>
    ValueTask<ContentItemId?> FindLocalizationAsync(string localizationSet, string culture, CancellationToken cancellationToken);

    /// <summary>
    /// Another item than <paramref name="except"/> whose latest or published version has the value at the path, of whatever type
    /// indexes it; null when there is none.
    /// </summary>
    ValueTask<ContentItemId?> FindByValueAsync(string path, ContentValue value, ContentItemId except, CancellationToken cancellationToken);

    /// <summary>
    /// Those of the items and localization sets named that have no live version here, in the order given. All else is asked of
    /// <c>References</c>.
    /// </summary>
    ValueTask<IReadOnlyList<ContentReference>> FindMissingAsync(
        IReadOnlyCollection<ContentReference> references,
        CancellationToken cancellationToken
    );

    /// <summary>Makes the index rows of every live version of the types anew: after their definitions changed.</summary>
    ValueTask ReindexAsync(IReadOnlyCollection<string> contentTypes, CancellationToken cancellationToken);
}

/// <summary>A tenant's own documents by name, each one JSON text: definitions, settings, roles.</summary>
public interface ITenantDocuments
{
    /// <summary>The document's JSON text; null when it has never been written.</summary>
    ValueTask<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes a document whole, in this transaction; <c>json</c> is not checked.</summary>
    ValueTask SetAsync(string name, string json, CancellationToken cancellationToken);
}
