using System.Collections.Immutable;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;

namespace VoldCms.Data.Querying;

/// <summary>
/// What has become public and what has ceased to be, read from the versions: each says from when to when it was public. A version above the
/// principal's level, or of a type that is not hers, is as if it had never been.
/// </summary>
internal sealed class ChangeScan(TenantContext tenant, Database database, NameLookup names)
{
    public async Task<ImmutableArray<ContentChange>> ListAsync(
        AuthorizedQuery query,
        ChangePosition? after,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlText();
        var id = database.Dialect.TextBytes("c.id");
        sql.Add(
            $"""
            SELECT c.content_item_id, c.content_type, c.at_utc, c.live FROM (
                SELECT v.item_id_folded AS id, min(v.content_item_id) AS content_item_id, min(v.content_type) AS content_type,
                    max(CASE WHEN v.public_to_utc > v.public_from_utc THEN v.public_to_utc ELSE v.public_from_utc END) AS at_utc,
                    max(CASE WHEN v.published THEN 1 ELSE 0 END) AS live
                FROM content_versions v
                WHERE v.tenant_id = {sql.Value(tenant.Id.Value)} AND v.public_from_utc IS NOT NULL AND v.visibility <= {sql.Value(
                (int)query.MaximumVisibility
            )}
                    AND ({await VersionAccess.TestAsync(query, names, database.Dialect, sql, cancellationToken)})
                GROUP BY v.item_id_folded) c
            """
        );
        if (after is { } position)
        {
            var at = sql.Value(position.AtUtc.UtcTicks);
            sql.Add(
                $" WHERE c.at_utc > {at} OR (c.at_utc = {at} AND {id} > "
                    + $"{database.Dialect.TextBytes(sql.Value(position.ContentItemId.Folded))})"
            );
        }
        else
        {
            sql.Add(" WHERE c.live = 1");
        }

        sql.Add($" ORDER BY c.at_utc, {id} LIMIT {sql.Value((long)query.Query.Take)}");
        await using var lease = await database.OpenReadAsync(cancellationToken);
        return
        [
            .. await lease.Session.ListAsync(
                sql.ToString(),
                static row => new ContentChange(
                    new ContentItemId(row.GetString(0)),
                    row.GetString(1),
                    new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
                    row.GetInt32(3) == 1
                ),
                cancellationToken,
                sql.Arguments
            ),
        ];
    }
}
