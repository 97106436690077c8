using System.Text.Encodings.Web;
using System.Text.Json;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>Whether a version is live, and as what.</summary>
internal readonly record struct Flags(bool Latest, bool Published)
{
    public bool IsLive => Latest || Published;

    public static Flags Of(long key, LiveVersions live) =>
        new(live.Latest is { } latest && latest.Key == key, live.Published is { } published && published.Key == key);
}

/// <summary>
/// Writes the rows of versions. Every update names the flags that the caller loaded, and is refused when they have moved.
/// </summary>
internal sealed class VersionWriter(Database database, SqlSession session, NameWriter names, TenantId tenant)
{
    // Norwegian letters stay letters: the text is read as JSON and never lands in HTML as it is.
    private static readonly JsonSerializerOptions s_document = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long _nextKey;
    private int _keysLeft;

    public async ValueTask<long> NewKeyAsync(CancellationToken cancellationToken)
    {
        if (_keysLeft == 0)
        {
            (_nextKey, _keysLeft) = await database.ReserveKeysAsync(session, cancellationToken);
        }

        _keysLeft--;
        return _nextKey++;
    }

    /// <summary>Takes flags from a version, so that another may have them.</summary>
    public async ValueTask TakeFlagsAsync(long key, Flags was, Flags keeps, DateTimeOffset? publicTo, CancellationToken cancellationToken)
    {
        var changed = await session.ExecuteAsync(
            VersionSql.TakeFlags,
            cancellationToken,
            new("latest", keeps.Latest),
            new("published", keeps.Published),
            new("publicTo", publicTo?.UtcTicks),
            new("tenant", tenant.Value),
            new("key", key),
            new("wasLatest", was.Latest),
            new("wasPublished", was.Published)
        );
        RefuseUnless(changed == 1, key);
    }

    public async ValueTask InsertAsync(
        long itemKey,
        StoredVersion version,
        IndexDocument index,
        Flags flags,
        CancellationToken cancellationToken
    )
    {
        var typeId = await names.GetAsync(version.Item.ContentType, cancellationToken);
        await session.ExecuteAsync(
            VersionSql.Insert,
            cancellationToken,
            [
                .. Values(itemKey, version, index, flags, typeId),
                new("item", version.Item.ContentItemId.Value),
                new("itemFolded", version.Item.ContentItemId.Folded),
            ]
        );
    }

    public async ValueTask UpdateAsync(
        long itemKey,
        StoredVersion version,
        IndexDocument index,
        Flags was,
        Flags flags,
        CancellationToken cancellationToken
    )
    {
        var typeId = await names.GetAsync(version.Item.ContentType, cancellationToken);
        var changed = await session.ExecuteAsync(
            VersionSql.Update,
            cancellationToken,
            [.. Values(itemKey, version, index, flags, typeId), new("wasLatest", was.Latest), new("wasPublished", was.Published)]
        );
        RefuseUnless(changed == 1, version.Key);
    }

    private SqlArgument[] Values(long itemKey, StoredVersion version, IndexDocument index, Flags flags, int typeId)
    {
        var item = version.Item;
        return
        [
            new("tenant", tenant.Value),
            new("key", version.Key),
            new("itemKey", itemKey),
            new("version", item.ContentItemVersionId.Value),
            new("versionFolded", item.ContentItemVersionId.Folded),
            new("type", item.ContentType),
            new("typeId", typeId),
            new("display", item.DisplayText),
            new("latest", flags.Latest),
            new("published", flags.Published),
            new("created", item.CreatedUtc?.UtcTicks),
            new("modified", item.ModifiedUtc?.UtcTicks),
            new("publishedAt", item.PublishedUtc?.UtcTicks),
            new("owner", item.Owner),
            new("author", item.Author),
            new("culture", index.Culture),
            new("localizationSet", index.LocalizationSet),
            new("visibility", (int)index.Visibility),
            new("writtenBy", (int)version.WrittenBy),
            new("publicFrom", version.PublicFromUtc?.UtcTicks),
            new("publicTo", version.PublicToUtc?.UtcTicks),
            new("document", new JsonParameter(item.Content.ToJsonString(s_document))),
        ];
    }

    private static void RefuseUnless(bool isAsLoaded, long key)
    {
        if (!isAsLoaded)
        {
            throw new StoreConflictException($"Version {key} is no longer in the state that it was loaded in.");
        }
    }
}
