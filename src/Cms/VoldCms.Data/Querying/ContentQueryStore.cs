using System.Collections.Immutable;
using System.Data.Common;
using VoldCms.ContentManagement.Indexing;
using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Kinds;
using VoldCms.ContentManagement.Queries;
using VoldCms.ContentManagement.Reading;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Querying;

/// <summary>
/// Turns queries into SQL: one statement for a page, after a bounded one that counts a filter's matches where that decides
/// how the page is read.
/// </summary>
internal sealed class ContentQueryStore(
    TenantContext tenant,
    Database database,
    NameLookup names,
    VersionScan scan,
    ChangeScan changes,
    ParsedDocuments documents
) : IContentQueryStore
{
    public async Task<ContentPage> ListAsync(AuthorizedQuery query, CancellationToken cancellationToken)
    {
        if (query.Query.State == VersionState.All)
        {
            return await scan.ListAsync(query, cancellationToken);
        }

        var scope = await QueryScope.OfAsync(query, tenant.Id, names, cancellationToken);
        var types = query.Access.Select(access => query.Configuration.Model.FindType(access.ContentType)).OfType<TypeModel>().ToList();
        var condition = await new ConditionReader(names, types, query.VisibleTargets).ReadAsync(query.Query.Filter, cancellationToken);
        if (scope.Groups.IsEmpty || condition is Condition.Any { Conditions.IsEmpty: true })
        {
            return new([], query.Query.CountTotal ? 0 : null);
        }

        var order = await ReadOrderAsync(query, types, cancellationToken);
        await using var lease = await database.OpenReadAsync(cancellationToken);
        return await ReadAsync(lease.Session, query, scope, Conjuncts(condition), order, cancellationToken);
    }

    public async Task<ImmutableArray<ContentGroup>> CountAsync(
        AuthorizedQuery query,
        ImmutableArray<string> paths,
        CancellationToken cancellationToken
    )
    {
        var scope = await QueryScope.OfAsync(query, tenant.Id, names, cancellationToken);
        var types = query.Access.Select(access => query.Configuration.Model.FindType(access.ContentType)).OfType<TypeModel>().ToList();
        var condition = await new ConditionReader(names, types, query.VisibleTargets).ReadAsync(query.Query.Filter, cancellationToken);
        if (scope.Groups.IsEmpty || condition is Condition.Any { Conditions.IsEmpty: true } || query.Query.Take == 0)
        {
            return [];
        }

        var keys = new List<GroupKey>();
        foreach (var path in paths)
        {
            keys.Add(
                new(
                    await names.FindAsync(path, cancellationToken),
                    types.Any(type => type.Paths.GetValueOrDefault(path)?.Property.ValueKind == ContentValueKind.Boolean),
                    await SeenTargets.FindAsync(query.VisibleTargets, types, path, names, cancellationToken)
                )
            );
        }

        await using var lease = await database.OpenReadAsync(cancellationToken);
        var start = await new StartChooser(lease.Session, database, scope).ChooseAsync(
            Conjuncts(condition),
            canWalk: false,
            isCountAlone: true,
            cancellationToken
        );
        var sql = new SqlText();
        var conditions = new ConditionSql(scope, database.Dialect, sql);
        sql.Add(
            new GroupSql(database.Dialect, sql, conditions).Count(
                conditions.Find(start.Condition, start.Tests),
                keys,
                query.Query.Skip,
                query.Query.Take
            )
        );
        return
        [
            .. await lease.Session.ListAsync(
                sql.ToString(),
                row => GroupSql.Read(row, paths, query.Configuration.Model),
                cancellationToken,
                sql.Arguments
            ),
        ];
    }

    public Task<ImmutableArray<ContentChange>> ListChangesAsync(
        AuthorizedQuery query,
        ChangePosition? after,
        CancellationToken cancellationToken
    ) => changes.ListAsync(query, after, cancellationToken);

    public async Task<ImmutableArray<ContentItemId>> FindFormerPathsAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var folded = paths.Select(ContentPath.Fold).Distinct(StringComparer.Ordinal).ToList();
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var found = await lease.Session.ListAsync(
            VersionSql.FindFormerPaths(database.Dialect),
            static row => (Path: row.GetString(0), Id: row.GetString(1)),
            cancellationToken,
            new("tenant", tenant.Id.Value),
            new("paths", database.Dialect.OfTexts(folded))
        );
        return [.. found.OrderBy(row => folded.IndexOf(row.Path)).Select(row => new ContentItemId(row.Id)).Distinct()];
    }

    private async ValueTask<ContentPage> ReadAsync(
        SqlSession session,
        AuthorizedQuery authorized,
        QueryScope scope,
        ImmutableArray<Condition> conjuncts,
        ImmutableArray<OrderKey> order,
        CancellationToken cancellationToken
    )
    {
        var query = authorized.Query;
        var setId = query.WithVariants ? await names.FindAsync(ContentPaths.LocalizationSet, cancellationToken) : null;
        var canWalk = setId is null && PageSql.CanWalk(scope, order);
        QueryStart start;
        if (query.Take > 0 && StartChooser.FindOnly(conjuncts, canWalk) is { } only)
        {
            if (await FindFewAsync(session, authorized, scope, only, conjuncts.Remove(only), order, cancellationToken) is { } few)
            {
                return few;
            }

            start = new(only, conjuncts.Remove(only), IsWalk: true);
        }
        else
        {
            start = await new StartChooser(session, database, scope).ChooseAsync(
                conjuncts,
                canWalk,
                isCountAlone: query.Take == 0,
                cancellationToken
            );
        }

        if (query.Take == 0)
        {
            return new([], query.CountTotal ? await CountAsync(session, scope, start, setId, cancellationToken) : null);
        }

        var sql = new SqlText();
        var conditions = new ConditionSql(scope, database.Dialect, sql);
        var positions = new PositionSql(scope, database.Dialect, sql, conditions, order, query);
        var page = new PageSql(scope, database.Dialect, sql, conditions, order, positions);
        var columns = ColumnsOf(query) + positions.Columns;
        sql.Add(
            start.IsWalk
                ? page.AlongOrder(conjuncts, columns, query.Skip, query.Take, query.CountTotal ? Count(conditions, start, setId) : null)
                : page.FromMatches(Find(conditions, start, setId), columns, query.Skip, query.Take, query.CountTotal)
        );
        var rows = await session.ListAsync(
            sql.ToString(),
            row =>
                (
                    Item: positions.Note(ReadItem(row, authorized), row, columnsBehind: query.CountTotal ? 1 : 0),
                    Total: query.CountTotal ? row.GetInt32(row.FieldCount - 1) : 0
                ),
            cancellationToken,
            sql.Arguments
        );
        var items = rows.ConvertAll(row => row.Item);
        if (!query.CountTotal)
        {
            return new(items, null) { Positions = positions.Noted };
        }

        // The total comes with the page's rows; a page past the end has none.
        var total =
            rows is [var first, ..] ? first.Total
            : query is { Skip: 0, After: null } ? 0
            : await CountAsync(session, scope, start, setId, cancellationToken);
        return new(items, total) { Positions = positions.Noted };
    }

    /// <summary>The page of a condition's matches; null when they are not few.</summary>
    private async ValueTask<ContentPage?> FindFewAsync(
        SqlSession session,
        AuthorizedQuery authorized,
        QueryScope scope,
        Condition only,
        ImmutableArray<Condition> tests,
        ImmutableArray<OrderKey> order,
        CancellationToken cancellationToken
    )
    {
        var query = authorized.Query;
        var sql = new SqlText();
        var conditions = new ConditionSql(scope, database.Dialect, sql);
        var cap = database.Options.FilterCountCap;
        var positions = new PositionSql(scope, database.Dialect, sql, conditions, order, query);
        sql.Add(
            new PageSql(scope, database.Dialect, sql, conditions, order, positions).FromFew(
                conditions.Find(only, [], mayRepeat: true),
                tests,
                cap,
                ColumnsOf(query) + positions.Columns,
                query.Skip,
                query.Take
            )
        );
        var rows = await session.ListAsync(
            sql.ToString(),
            row =>
                (
                    Item: row.IsDBNull(0) ? null : positions.Note(ReadItem(row, authorized), row, columnsBehind: 2),
                    Found: row.GetInt32(row.FieldCount - 2),
                    Total: row.GetInt32(row.FieldCount - 1)
                ),
            cancellationToken,
            sql.Arguments
        );
        return rows[0].Found >= cap
            ? null
            : new([.. rows.Select(row => row.Item).OfType<ContentItem>()], query.CountTotal ? rows[0].Total : null)
            {
                Positions = positions.Noted,
            };
    }

    private static string ColumnsOf(ContentQuery query) => query.Scope == ContentScope.Envelope ? VersionSql.Envelope : VersionSql.Item;

    private ContentItem ReadItem(DbDataReader row, AuthorizedQuery query)
    {
        var item = query.AsSeen(VersionReader.ReadEnvelope(row));
        if (query.Query.Scope == ContentScope.Envelope)
        {
            return item;
        }

        var document = VersionReader.ReadDocument(row);
        query.Query.Budget?.Spend(document.Length);
        return item with { Content = documents.Read(query, VersionReader.ReadKey(row), item.ContentType, document) };
    }

    private async ValueTask<int> CountAsync(
        SqlSession session,
        QueryScope scope,
        QueryStart start,
        int? setId,
        CancellationToken cancellationToken
    )
    {
        var sql = new SqlText();
        sql.Add(Count(new ConditionSql(scope, database.Dialect, sql), start, setId));
        var rows = await session.ListAsync(sql.ToString(), static row => row.GetInt32(0), cancellationToken, sql.Arguments);
        return rows[0];
    }

    private static string Count(ConditionSql conditions, QueryStart start, int? setId) =>
        $"SELECT count(*) FROM ({Find(conditions, start, setId)}) m";

    // With their variants, where the path of localization sets has a number.
    private static string Find(ConditionSql conditions, QueryStart start, int? setId)
    {
        var matches = conditions.Find(start.Condition, start.Tests);
        return setId is { } id ? conditions.FindVariants(matches, id) : matches;
    }

    private static ImmutableArray<Condition> Conjuncts(Condition condition) =>
        condition is Condition.All all ? [.. all.Conditions.SelectMany(inner => Conjuncts(inner))] : [condition];

    private async ValueTask<ImmutableArray<OrderKey>> ReadOrderAsync(
        AuthorizedQuery authorized,
        List<TypeModel> types,
        CancellationToken cancellationToken
    )
    {
        var query = authorized.Query;
        var seesDrafts = authorized.Access.All(access => access.SeesDrafts);
        var keys = ImmutableArray.CreateBuilder<OrderKey>(query.Order.Length);
        foreach (var key in query.Order)
        {
            var path = key.Path;
            var words = ImmutableHashSet.CreateBuilder<int>();
            var values = ImmutableHashSet.CreateBuilder<int>();
            foreach (var type in types)
            {
                if (await names.FindAsync(type.Name, cancellationToken) is { } typeId && HoldsWords(type, path) is { } isWords)
                {
                    (isWords ? words : values).Add(typeId);
                }
            }

            // Who does not see drafts is not told by an order either that there is one, see AuthorizedQuery.AsSeen.
            var isSame =
                query.IsSameForAll(path) || (!seesDrafts && string.Equals(path, ContentPaths.Latest, StringComparison.OrdinalIgnoreCase));
            keys.Add(
                new(
                    isSame ? null : await names.FindAsync(path, cancellationToken),
                    key.Descending,
                    words.ToImmutable(),
                    values.ToImmutable()
                )
                {
                    Ranks = key.Ranks is { } ranks ? [.. ranks.Select(IndexKey.Of)] : null,
                }
            );
        }

        return keys.MoveToImmutable();
    }

    /// <summary>Whether the path has sort keys of its own; null when the type has no such path.</summary>
    private static bool? HoldsWords(TypeModel type, string path)
    {
        if (EnvelopePaths.Contains(path))
        {
            return string.Equals(path, ContentPaths.DisplayText, StringComparison.OrdinalIgnoreCase);
        }

        return type.Paths.TryGetValue(path, out var known)
            ? known.Property is { ValueKind: ContentValueKind.Text, IsIdentifier: false }
            : null;
    }
}
