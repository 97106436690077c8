using System.Collections.Immutable;
using VoldCms.Data.Databases;

namespace VoldCms.Data.Querying;

/// <summary>Where the reading of a page starts.</summary>
/// <param name="Condition">The condition whose matches are found first; null for all items.</param>
/// <param name="Tests">What else must hold of those.</param>
/// <param name="IsWalk">The page is read along the order; the rest is for counting alone.</param>
internal readonly record struct QueryStart(Condition? Condition, ImmutableArray<Condition> Tests, bool IsWalk);

/// <summary>
/// Chooses between sorting a filter's matches and walking along the order, by counting the matches up to
/// <see cref="DatabaseOptions.FilterCountCap"/>: few are sorted, many are met soon enough on the way.
/// </summary>
internal sealed class StartChooser(SqlSession session, Database database, QueryScope scope)
{
    private int Cap => database.Options.FilterCountCap;

    /// <summary>
    /// The one condition whose matches may be few: then one statement both finds out and reads the page. Null when there are several to
    /// choose among, or no other way than one.
    /// </summary>
    public static Condition? FindOnly(ImmutableArray<Condition> conjuncts, bool canWalk) =>
        canWalk
        && !conjuncts.Any(ConditionSql.IsIdentity)
        && conjuncts.Where(ConditionSql.CanFind).ToList() is [var only]
        && !ConditionSql.IsScan(only)
            ? only
            : null;

    /// <param name="conjuncts">What must hold, all of it.</param>
    /// <param name="canWalk">There is an index that has the order.</param>
    /// <param name="isCountAlone">No page is wanted, so there is nothing to walk for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<QueryStart> ChooseAsync(
        ImmutableArray<Condition> conjuncts,
        bool canWalk,
        bool isCountAlone,
        CancellationToken cancellationToken
    )
    {
        if (conjuncts.FirstOrDefault(ConditionSql.IsIdentity) is { } identity)
        {
            return new(identity, conjuncts.Remove(identity), IsWalk: false);
        }

        var findable = conjuncts.Where(ConditionSql.CanFind).OrderBy(ConditionSql.IsScan).ToList();
        if (findable.Count == 0)
        {
            return new(null, conjuncts, canWalk);
        }

        if (findable is [var only] && (isCountAlone || !canWalk))
        {
            return new(only, conjuncts.Remove(only), IsWalk: false);
        }

        var first = findable[0];
        if (findable.TakeWhile(condition => !ConditionSql.IsScan(condition)).ToList() is { Count: > 0 } cheap)
        {
            var counts = await CountAsync(cheap, cancellationToken);
            var fewest = Enumerable.Range(0, cheap.Count).MinBy(index => counts[index]);
            first = cheap[fewest];
            if (counts[fewest] < Cap || isCountAlone)
            {
                return new(first, conjuncts.Remove(first), IsWalk: false);
            }
        }

        // What a scan finds is kept: it costs too much to be found twice.
        if (findable.FirstOrDefault(ConditionSql.IsScan) is { } scan)
        {
            if (await ScanAsync(scan, cancellationToken) is { } found)
            {
                return new(new Condition.Keys(found), conjuncts.Remove(scan), IsWalk: false);
            }
        }

        return new(first, conjuncts.Remove(first), canWalk);
    }

    private async ValueTask<int[]> CountAsync(List<Condition> cheap, CancellationToken cancellationToken)
    {
        var sql = new SqlText();
        var conditions = new ConditionSql(scope, database.Dialect, sql);
        var cap = sql.Value(Cap);
        var counts = cheap.Select(condition =>
            $"(SELECT count(*) FROM (SELECT item_key FROM ({conditions.Find(condition, [], mayRepeat: true)}) m LIMIT {cap}) c)"
        );
        sql.Add($"SELECT {string.Join(", ", counts)}");
        var rows = await session.ListAsync(
            sql.ToString(),
            row => Enumerable.Range(0, cheap.Count).Select(row.GetInt32).ToArray(),
            cancellationToken,
            sql.Arguments
        );
        return rows[0];
    }

    /// <summary>The items that a scan finds; null when it finds as many as the cap.</summary>
    private async ValueTask<ImmutableArray<long>?> ScanAsync(Condition scan, CancellationToken cancellationToken)
    {
        var sql = new SqlText();
        var conditions = new ConditionSql(scope, database.Dialect, sql);
        sql.Add($"SELECT item_key FROM ({conditions.Find(scan, [], mayRepeat: true)}) m LIMIT {sql.Value(Cap)}");
        var found = await session.ListAsync(sql.ToString(), static row => row.GetInt64(0), cancellationToken, sql.Arguments);
        return found.Count < Cap ? [.. found.Distinct()] : null;
    }
}
