using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>Keeps every index of one item in step with its live versions: fields, path, answering cultures.</summary>
internal sealed class ItemIndexer(Database database, SqlSession session, NameWriter names, TenantId tenant)
{
    private readonly FieldIndexWriter _fields = new(database, session, tenant);
    private readonly CultureAnswers _answers = new(database.Dialect, session, names, tenant);

    /// <summary>What the version is indexed as, under the configuration.</summary>
    public static IndexDocument Describe(ContentItem item, TenantConfiguration configuration) =>
        ContentIndexer.Index(item, configuration.Model.FindType(item.ContentType), configuration.Settings.SortCulture);

    /// <summary>Writes the rows of an item's live versions; of none, deletes them.</summary>
    /// <param name="live">The item as it is now stored.</param>
    /// <param name="leftSets">Localization sets that the item belonged to before.</param>
    /// <param name="isNew">There are no rows of it yet.</param>
    /// <param name="configuration">As the transaction sees it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask WriteAsync(
        LiveVersions live,
        IReadOnlySet<string> leftSets,
        bool isNew,
        TenantConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        var latest = live.Latest is { } newest ? Describe(newest.Item, configuration) : null;
        var published =
            ReferenceEquals(live.Latest, live.Published) ? latest
            : live.Published is { } open ? Describe(open.Item, configuration)
            : null;
        await WritePathsAsync(live, latest?.Path, published?.Path, isNew, cancellationToken);

        var sets = new Dictionary<string, CultureAnswers.Members>(StringComparer.Ordinal);
        foreach (
            var set in leftSets
                .Concat(new[] { latest?.LocalizationSet, published?.LocalizationSet }.OfType<string>())
                .Distinct(StringComparer.Ordinal)
        )
        {
            sets.Add(set, await _answers.FindMembersAsync(set, live.ItemKey, configuration, cancellationToken));
        }

        var isBoth = ReferenceEquals(latest, published);
        var rows = new List<FieldRow>();
        await AddAsync(
            rows,
            IndexState.Published,
            live.ItemKey,
            live.Published?.Item,
            published,
            isBoth,
            sets,
            configuration,
            cancellationToken
        );
        await AddAsync(rows, IndexState.Latest, live.ItemKey, live.Latest?.Item, latest, isBoth, sets, configuration, cancellationToken);
        if (!isBoth)
        {
            await AddAsync(rows, IndexState.Draft, live.ItemKey, live.Latest?.Item, latest, isBoth, sets, configuration, cancellationToken);
        }

        await _fields.WriteAsync(live.ItemKey, rows, isNew, cancellationToken);
        foreach (var (set, others) in sets.Where(set => set.Value.Published.Count + set.Value.Latest.Count > 0))
        {
            var all = new CultureAnswers.Members(
                [.. others.Published, .. Own(live.Published?.Item, published, set)],
                [.. others.Latest, .. Own(live.Latest?.Item, latest, set)]
            );
            await _answers.SettleAsync(all, live.ItemKey, configuration.Settings, cancellationToken);
        }

        IEnumerable<CultureAnswers.Member> Own(ContentItem? item, IndexDocument? document, string set) =>
            document is { Culture: { } culture } && document.LocalizationSet == set && IsLocalized(item, configuration)
                ? [new(live.ItemKey, culture)]
                : [];
    }

    private static bool IsLocalized(ContentItem? item, TenantConfiguration configuration) =>
        item is not null && configuration.Model.FindType(item.ContentType) is { IsLocalized: true };

    private async ValueTask AddAsync(
        List<FieldRow> rows,
        int state,
        long itemKey,
        ContentItem? item,
        IndexDocument? document,
        bool isBoth,
        Dictionary<string, CultureAnswers.Members> sets,
        TenantConfiguration configuration,
        CancellationToken cancellationToken
    )
    {
        if (item is null || document is null)
        {
            return;
        }

        var start = rows.Count;
        var signature = 0L;
        var typeId = await names.GetAsync(item.ContentType, cancellationToken);
        rows.Add(new(state, FieldId: 0, CultureId: 0, Ordinal: 0, typeId, [], null, (int)document.Visibility, Signature: 0));
        foreach (var entry in document.Entries)
        {
            var fieldId = await names.GetAsync(entry.Path, cancellationToken);
            if (!IsRepeated(rows, fieldId, entry))
            {
                rows.Add(
                    new(
                        state,
                        fieldId,
                        CultureId: 0,
                        entry.Ordinal,
                        typeId,
                        entry.Value,
                        entry.SortKey,
                        (int)document.Visibility,
                        Signature: 0
                    )
                );
                signature |= Signature.Of(fieldId, entry.Value);
            }
        }

        await AddOrdersAsync(rows, item, isBoth, like: rows[start], cancellationToken);
        for (var index = start; index < rows.Count; index++)
        {
            rows[index] = rows[index] with { Signature = signature };
        }

        if (!IsLocalized(item, configuration))
        {
            return;
        }

        var others = document is { Culture: not null, LocalizationSet: { } set } ? sets[set] : CultureAnswers.Members.None;
        var end = rows.Count;
        foreach (var culture in CultureAnswers.For(itemKey, document.Culture, others.In(state), configuration.Settings))
        {
            var cultureId = await names.GetAsync(culture, cancellationToken);
            for (var index = start; index < end; index++)
            {
                rows.Add(rows[index] with { CultureId = cultureId });
            }
        }
    }

    /// <summary>
    /// The rows that lists ordered by an id or a flag are read along. No filter is answered from them, so they leave no bits in the
    /// signature; a flag has rows only in the state in which it may be either.
    /// </summary>
    private async ValueTask AddOrdersAsync(
        List<FieldRow> rows,
        ContentItem item,
        bool isBoth,
        FieldRow like,
        CancellationToken cancellationToken
    )
    {
        await AddAsync(ContentPaths.ContentItemId, IndexKey.OfId(item.ContentItemId.Folded));
        await AddAsync(ContentPaths.ContentItemVersionId, IndexKey.OfId(item.ContentItemVersionId.Folded));
        if (like.State != IndexState.Draft)
        {
            await AddAsync(
                like.State == IndexState.Published ? ContentPaths.Latest : ContentPaths.Published,
                IndexKey.Of(ContentValue.Of(isBoth))
            );
        }

        async ValueTask AddAsync(string path, byte[] value) =>
            rows.Add(like with { FieldId = await names.GetAsync(path, cancellationToken), Value = value });
    }

    // A list that holds a value twice matches once.
    private static bool IsRepeated(List<FieldRow> rows, int fieldId, IndexEntry entry)
    {
        for (var index = rows.Count - 1; index >= 0 && entry.Ordinal > 0 && rows[index].FieldId == fieldId; index--)
        {
            if (rows[index].Value.AsSpan().SequenceEqual(entry.Value))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask WritePathsAsync(
        LiveVersions live,
        string? latest,
        string? published,
        bool isNew,
        CancellationToken cancellationToken
    )
    {
        var id = (live.Latest ?? live.Published)?.Item.ContentItemId.Value;
        var wanted = new HashSet<(int State, string Path)>();
        if (published is not null)
        {
            wanted.Add((IndexState.Published, published));
        }

        if (latest is not null)
        {
            wanted.Add((IndexState.Latest, latest));
        }

        if (!isNew)
        {
            var stored = await session.ListAsync(
                VersionSql.ItemPaths,
                static row => (State: row.GetInt32(0), Path: row.GetString(1)),
                cancellationToken,
                new("tenant", tenant.Value),
                new("item", live.ItemKey)
            );
            foreach (var path in stored.Where(path => !wanted.Remove(path)))
            {
                await session.ExecuteAsync(
                    VersionSql.DeletePath,
                    cancellationToken,
                    new("tenant", tenant.Value),
                    new("state", path.State),
                    new("path", path.Path)
                );
                if (path.State == IndexState.Published && id is not null)
                {
                    await session.ExecuteAsync(
                        VersionSql.InsertFormerPath,
                        cancellationToken,
                        new("tenant", tenant.Value),
                        new("path", path.Path),
                        new("id", id)
                    );
                }
            }
        }

        foreach (var (state, path) in wanted)
        {
            await session.ExecuteAsync(
                VersionSql.InsertPath,
                cancellationToken,
                new("tenant", tenant.Value),
                new("state", state),
                new("path", path),
                new("item", live.ItemKey),
                new("id", id)
            );
            if (state == IndexState.Published)
            {
                await session.ExecuteAsync(VersionSql.DeleteFormerPath, cancellationToken, new("tenant", tenant.Value), new("path", path));
            }
        }
    }
}
