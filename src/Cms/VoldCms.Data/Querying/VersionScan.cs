using System.Collections.Immutable;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;
using VoldCms.Data.Writing;

namespace VoldCms.Data.Querying;

/// <summary>
/// Queries in state <see cref="VersionState.All"/>. Index rows exist for live versions only, so the versions are read by
/// item id and type and looked through here, as many as <see cref="DatabaseOptions.MaximumVersionsRead"/> at most. A culture
/// picks by the version's own, for history answers for nobody else.
/// </summary>
internal sealed class VersionScan(TenantContext tenant, Database database, NameLookup names)
{
    /// <exception cref="InvalidOperationException">More versions would have to be read than may be.</exception>
    public async ValueTask<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(query, cancellationToken);
        var matches = rows.Where(row => ContentMatcher.Matches(row.Item, row.Index, query.Query.Filter)).ToList();
        matches.Sort((left, right) => Compare(left, right, query.Query));
        var page = After(matches, rows, query.Query).Skip(query.Query.Skip).Take(query.Query.Take).ToList();
        return new([.. page.Select(row => Show(query, row.Item))], query.Query.CountTotal ? matches.Count : null)
        {
            Positions = query.Query.WithPositions
                ?
                [
                    .. page.Select(row => new ContentPosition(
                        row.KeysOf(query.Query),
                        row.Item.ContentItemId,
                        row.Item.ContentItemVersionId
                    )),
                ]
                : [],
        };
    }

    /// <summary>
    /// The matches behind the query's position: behind its version, where that is still stored; else from where it would stand.
    /// </summary>
    private static IEnumerable<Candidate> After(List<Candidate> matches, List<Candidate> all, ContentQuery query)
    {
        if (query.After is not { } position)
        {
            return matches;
        }

        var at = all.Find(row =>
            row.Item.ContentItemVersionId == position.ContentItemVersionId && row.Item.ContentItemId == position.ContentItemId
        );
        return matches.Where(row =>
            ContentMatcher.Compare(row.KeysOf(query), position.Keys, query.Order) is var compared
            && (compared > 0 || (compared == 0 && (at is null || CompareNumbers(row, at, query) > 0)))
        );
    }

    private sealed record Candidate(long ItemKey, long Key, ContentItem Item, IndexDocument Index)
    {
        public ImmutableArray<PositionKey> KeysOf(ContentQuery query) => ContentMatcher.KeysOf(Item, Index, query.Order);
    }

    private static ContentItem Show(AuthorizedQuery query, ContentItem item)
    {
        if (query.Query.Scope == ContentScope.Envelope)
        {
            return query.AsSeen(item with { Content = [] });
        }

        query.MakeReadable(item.ContentType, item.Content);
        return query.AsSeen(item);
    }

    private async ValueTask<List<Candidate>> ReadAsync(AuthorizedQuery query, CancellationToken cancellationToken)
    {
        var sql = new SqlText();
        var dialect = database.Dialect;
        sql.Add($"SELECT {VersionSql.Columns} FROM content_versions v WHERE v.tenant_id = {sql.Value(tenant.Id.Value)}");
        sql.Add($" AND v.visibility <= {sql.Value((int)query.MaximumVisibility)}");
        if (FindIds(query.Query.Filter) is { } ids)
        {
            sql.Add($" AND {dialect.In("v.item_id_folded", sql.Value(dialect.OfTexts(ids)))}");
        }

        sql.Add($" AND ({await VersionAccess.TestAsync(query, names, dialect, sql, cancellationToken)})");
        if (query.Query.Culture is { } culture)
        {
            sql.Add($" AND (v.culture IS NULL OR v.culture = {sql.Value(culture.ToLowerInvariant())})");
        }

        var maximum = database.Options.MaximumVersionsRead;
        sql.Add($" LIMIT {sql.Value((long)maximum + 1)}");
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var rows = await lease.Session.ListAsync(
            sql.ToString(),
            static row => (ItemKey: VersionReader.ReadItemKey(row), Version: VersionReader.ReadVersion(row)),
            cancellationToken,
            sql.Arguments
        );
        return rows.Count > maximum
            ? throw new InvalidOperationException($"A query of all stored versions matches more than {maximum}; name the items by id.")
            : rows.ConvertAll(row => new Candidate(
                row.ItemKey,
                row.Version.Key,
                row.Version.Item,
                ItemIndexer.Describe(row.Version.Item, query.Configuration)
            ));
    }

    /// <summary>The item ids that the filter insists on; null when it does not.</summary>
    private static List<string>? FindIds(ContentFilter? filter) =>
        filter switch
        {
            ContentFilter.And and => and.Filters.Select(FindIds).FirstOrDefault(ids => ids is not null),
            ContentFilter.Comparison { Operator: ComparisonOperator.Equal or ComparisonOperator.In } comparison
                when IsPath(comparison.Path, ContentPaths.ContentItemId)
                    && comparison.Operands.All(operand => operand.Kind == ContentValueKind.Text) =>
            [
                .. comparison.Operands.Select(operand => new ContentItemId(operand.AsText()).Folded),
            ],
            _ => null,
        };

    // Versions of one item stand in the order they were stored.
    private static int Compare(Candidate left, Candidate right, ContentQuery query)
    {
        var compared = ContentMatcher.Compare((left.Item, left.Index), (right.Item, right.Index), query.Order);
        return compared != 0 ? compared : CompareNumbers(left, right, query);
    }

    private static int CompareNumbers(Candidate left, Candidate right, ContentQuery query)
    {
        var last = (left.ItemKey, left.Key).CompareTo((right.ItemKey, right.Key));
        return query.Order is [{ Descending: true }, ..] ? -last : last;
    }

    private static bool IsPath(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
