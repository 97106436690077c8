using System.Collections.Concurrent;
using VoldCms.Data.Databases;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Writing;

/// <summary>
/// Names of types, paths and cultures as small numbers, compared ignoring case. Numbers never change, so what is known is kept for good.
/// Singleton, thread-safe.
/// </summary>
internal sealed class NameNumbers(Database database)
{
    private readonly ConcurrentDictionary<string, int> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns those of the names that have a number, with one statement.</summary>
    public async ValueTask LearnAsync(IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        var found = await lease.Session.ListAsync(
            TenantSql.FindNames(database.Dialect),
            static row => new KeyValuePair<string, int>(row.GetString(1), row.GetInt32(0)),
            cancellationToken,
            new SqlArgument("names", database.Dialect.OfTexts([.. wanted.Select(Fold)]))
        );
        Learn(found);
    }

    /// <summary>The number that is known of a name.</summary>
    public bool TryFind(string name, out int number) => _known.TryGetValue(name, out number);

    /// <summary>Keeps what a committed writer has added or read.</summary>
    public void Learn(IEnumerable<KeyValuePair<string, int>> names)
    {
        foreach (var (name, number) in names)
        {
            _known[name] = number;
        }
    }

    public static string Fold(string name) => name.ToLowerInvariant();
}

/// <summary>
/// Numbers names for a writing transaction. Where the database has one writer at a time they are added inside it, and told to
/// the others after the commit: a number that is rolled back was nobody's. Where it has many, they are added apart and
/// at once: two tenants that set up the same types would wait for each other, each holding a name the other needs.
/// </summary>
internal sealed class NameWriter(NameNumbers names, SqlSession session, Database database)
{
    private static readonly string[] s_findOrAdd = [TenantSql.FindName, TenantSql.InsertName, TenantSql.FindName];

    private readonly Dictionary<string, int> _added = new(StringComparer.OrdinalIgnoreCase);

    public ValueTask<int> GetAsync(string name, CancellationToken cancellationToken) =>
        names.TryFind(name, out var number) || _added.TryGetValue(name, out number)
            ? ValueTask.FromResult(number)
            : AddAsync(name, cancellationToken);

    public void Committed() => names.Learn(_added);

    private async ValueTask<int> AddAsync(string name, CancellationToken cancellationToken)
    {
        if (!database.HasManyWriters)
        {
            return _added[name] = await AddAsync(session, name, cancellationToken);
        }

        await using var apart = await database.OpenReadAsync(cancellationToken);
        var number = await AddAsync(apart.Session, name, cancellationToken);
        names.Learn([new(name, number)]);
        return number;
    }

    private static async ValueTask<int> AddAsync(SqlSession session, string name, CancellationToken cancellationToken)
    {
        var argument = new SqlArgument("name", NameNumbers.Fold(name));
        // Another writer may add it between looking and adding; then adding gives no row, and looking again finds it.
        foreach (var statement in s_findOrAdd)
        {
            if (await session.ListAsync(statement, static row => row.GetInt32(0), cancellationToken, argument) is [var number])
            {
                return number;
            }
        }

        throw new InvalidOperationException($"The name '{name}' could be neither found nor added.");
    }
}
