using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>The writing side of the content store, inside one unit of work.</summary>
internal sealed class ContentStore(UnitOfWork work, VersionWriter versions, ItemIndexer indexer, TimeProvider clock) : IContentStore
{
    private const int ReindexBatch = 200;
    private const int TargetBatch = 1000;

    private (TenantConfiguration Of, PublicSight VisibleTargets)? _sight;

    private int TenantNumber => work.Tenant.Id.Value;

    public async ValueTask<LiveVersions> LoadAsync(ContentItemId id, CancellationToken cancellationToken)
    {
        var rows = await work.Session.ListAsync(
            VersionSql.LoadLive,
            LiveVersionRows.Read,
            cancellationToken,
            new("tenant", TenantNumber),
            new("item", id.Folded)
        );
        if (rows.Count > 0)
        {
            return LiveVersionRows.Assemble(rows);
        }

        var known = await work.Session.ListAsync(
            VersionSql.FindItemKey,
            static row => row.GetInt64(0),
            cancellationToken,
            new("tenant", TenantNumber),
            new("item", id.Folded)
        );
        return known is [var itemKey] ? new(itemKey, null, null) : LiveVersions.None;
    }

    public async ValueTask<StoredVersion?> FindVersionAsync(
        ContentItemId id,
        ContentItemVersionId versionId,
        CancellationToken cancellationToken
    )
    {
        var found = await work.Session.ListAsync(
            VersionSql.FindVersion,
            VersionReader.ReadVersion,
            cancellationToken,
            new("tenant", TenantNumber),
            new("item", id.Folded),
            new("version", versionId.Folded)
        );
        return found is [var version] ? version : null;
    }

    public async ValueTask<LiveVersions> SaveAsync(LiveVersions before, LiveVersions after, CancellationToken cancellationToken)
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        work.MarkChanged(isPublic: SightOf(configuration).Sees(before, after));
        var now = clock.GetUtcNow();
        var isNew = before.ItemKey == 0;
        foreach (var version in Distinct(before))
        {
            var was = Flags.Of(version.Key, before);
            var keeps = new Flags(
                was.Latest && Flags.Of(version.Key, after).Latest,
                was.Published && Flags.Of(version.Key, after).Published
            );
            if (keeps != was)
            {
                await versions.TakeFlagsAsync(version.Key, was, keeps, was.Published && !keeps.Published ? now : null, cancellationToken);
            }
        }

        var itemKey = before.ItemKey;
        var isOne =
            after is { Latest: { } newest, Published: { } open }
            && (ReferenceEquals(newest, open) || (newest.Key != 0 && newest.Key == open.Key));
        var published = after.Published is null ? null : await PlaceAsync(after.Published, new(isOne, true));
        var latest =
            after.Latest is null ? null
            : isOne ? published
            : await PlaceAsync(after.Latest, new(true, false));
        var live = new LiveVersions(itemKey, latest, published);
        var leftSets = Distinct(before)
            .Select(version => ContentItemParts.LocalizationSetOf(version.Item)?.ToLowerInvariant())
            .Where(set => !string.IsNullOrEmpty(set))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        await indexer.WriteAsync(live, leftSets, isNew, configuration, cancellationToken);
        return live;

        async ValueTask<StoredVersion> PlaceAsync(StoredVersion version, Flags flags)
        {
            var was = version.Key == 0 ? default : Flags.Of(version.Key, before);
            version = version with { Item = version.Item with { Latest = flags.Latest, Published = flags.Published } };
            if (flags.Published && !was.Published)
            {
                version = version with { PublicFromUtc = now, PublicToUtc = null };
            }
            else if (was.Published && !flags.Published)
            {
                version = version with { PublicToUtc = now };
            }

            var index = ItemIndexer.Describe(version.Item, configuration);
            if (version.Key == 0)
            {
                version = version with { Key = await versions.NewKeyAsync(cancellationToken) };
                itemKey = itemKey == 0 ? version.Key : itemKey;
                await versions.InsertAsync(itemKey, version, index, flags, cancellationToken);
            }
            else
            {
                var has = new Flags(was.Latest && flags.Latest, was.Published && flags.Published);
                await versions.UpdateAsync(itemKey, version, index, has, flags, cancellationToken);
            }

            return version;
        }
    }

    public async ValueTask SaveArchivedAsync(long itemKey, StoredVersion version, CancellationToken cancellationToken)
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        work.MarkChanged(isPublic: SightOf(configuration).SeesArchived(version));
        version = version with { Item = version.Item with { Latest = false, Published = false } };
        var index = ItemIndexer.Describe(version.Item, configuration);
        if (version.Key != 0)
        {
            await versions.UpdateAsync(itemKey, version, index, default, default, cancellationToken);
            return;
        }

        version = version with { Key = await versions.NewKeyAsync(cancellationToken) };
        await versions.InsertAsync(itemKey == 0 ? version.Key : itemKey, version, index, default, cancellationToken);
    }

    public async ValueTask<ContentItemId?> FindPathOwnerAsync(string path, CancellationToken cancellationToken) =>
        AsId(
            await work.Session.ListAsync(
                VersionSql.FindPathOwner,
                static row => row.GetString(0),
                cancellationToken,
                new("tenant", TenantNumber),
                new("path", ContentPath.Fold(path))
            )
        );

    public async ValueTask<ContentItemId?> FindLocalizationAsync(
        string localizationSet,
        string culture,
        CancellationToken cancellationToken
    ) =>
        AsId(
            await work.Session.ListAsync(
                VersionSql.FindLocalization,
                static row => row.GetString(0),
                cancellationToken,
                new("tenant", TenantNumber),
                new("localizationSet", localizationSet.ToLowerInvariant()),
                new("culture", culture.ToLowerInvariant())
            )
        );

    public async ValueTask<ContentItemId?> FindByValueAsync(
        string path,
        ContentValue value,
        ContentItemId except,
        CancellationToken cancellationToken
    )
    {
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        var types = new List<int>();
        foreach (var type in configuration.Model.Types.Where(type => type.Paths.ContainsKey(path)))
        {
            types.Add(await work.Names.GetAsync(type.Name, cancellationToken));
        }

        return AsId(
            await work.Session.ListAsync(
                VersionSql.FindByValue(work.Dialect),
                static row => row.GetString(0),
                cancellationToken,
                new("tenant", TenantNumber),
                new("types", work.Dialect.OfNumbers(types)),
                new("field", await work.Names.GetAsync(path, cancellationToken)),
                new("value", IndexKey.Of(value)),
                new("except", except.Folded)
            )
        );
    }

    public async ValueTask<IReadOnlyList<ContentReference>> FindMissingAsync(
        IReadOnlyCollection<ContentReference> references,
        CancellationToken cancellationToken
    )
    {
        var items = await FindKnownAsync(VersionSql.KnownItems(work.Dialect), ReferenceKind.Item);
        var sets = await FindKnownAsync(VersionSql.KnownLocalizationSets(work.Dialect), ReferenceKind.LocalizationSet);
        return
        [
            .. references.Where(reference => !(reference.Kind == ReferenceKind.LocalizationSet ? sets : items).Contains(reference.Folded)),
        ];

        async ValueTask<HashSet<string>> FindKnownAsync(string statement, ReferenceKind kind)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            var asked = references.Where(reference => reference.Kind == kind).Select(reference => reference.Folded).Distinct();
            foreach (var batch in asked.Chunk(TargetBatch))
            {
                known.UnionWith(
                    await work.Session.ListAsync(
                        statement,
                        static row => row.GetString(0),
                        cancellationToken,
                        new("tenant", TenantNumber),
                        new("ids", work.Dialect.OfTexts(batch))
                    )
                );
            }

            return known;
        }
    }

    public async ValueTask ReindexAsync(IReadOnlyCollection<string> contentTypes, CancellationToken cancellationToken)
    {
        var types = new List<int>();
        foreach (var type in contentTypes)
        {
            types.Add(await work.Names.GetAsync(type, cancellationToken));
        }

        var dialect = work.Dialect;
        var configuration = await work.GetConfigurationAsync(cancellationToken);
        var statement = VersionSql.ItemsOfTypes(dialect);
        for (var last = 0L; ; )
        {
            var batch = await work.Session.ListAsync(
                statement,
                static row => row.GetInt64(0),
                cancellationToken,
                new("tenant", TenantNumber),
                new("types", dialect.OfNumbers(types)),
                new("after", last),
                new("take", ReindexBatch)
            );
            if (batch.Count == 0)
            {
                return;
            }

            work.MarkChanged(isPublic: true);
            foreach (var itemKey in batch)
            {
                var live = await LiveVersionRows.LoadByKeyAsync(work.Session, work.Tenant.Id, itemKey, cancellationToken);
                await indexer.WriteAsync(live, new HashSet<string>(), isNew: false, configuration, cancellationToken);
            }

            last = batch[^1];
        }
    }

    /// <summary>Makes all index rows anew: the supported cultures or the order of words have changed.</summary>
    public async ValueTask ReindexEverythingAsync(CancellationToken cancellationToken) =>
        await ReindexAsync(
            await work.Session.ListAsync(
                VersionSql.LiveTypes,
                static row => row.GetString(0),
                cancellationToken,
                new SqlArgument("tenant", TenantNumber)
            ),
            cancellationToken
        );

    private PublicSight SightOf(TenantConfiguration configuration)
    {
        if (_sight is not { } known || !ReferenceEquals(known.Of, configuration))
        {
            _sight = known = (configuration, new PublicSight(configuration));
        }

        return known.VisibleTargets;
    }

    private static IEnumerable<StoredVersion> Distinct(LiveVersions live) =>
        new[] { live.Latest, live.Published }.OfType<StoredVersion>().DistinctBy(version => version.Key);

    private static ContentItemId? AsId(List<string> found) => found is [var id] ? new ContentItemId(id) : null;
}
