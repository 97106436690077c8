using Microsoft.Data.Sqlite;

namespace VoldCms.Bench.ContentStore;

/// <summary>
/// What the same work costs at the very least here and now: one prepared SQLite statement on a plain table with the right
/// index, read to the end, nothing parsed.
/// </summary>
internal sealed class Floor : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("voldcms-floor-");
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _byId;
    private readonly SqliteCommand _page;
    private readonly SqliteCommand _filtered;

    public Floor(int count)
    {
        var file = Path.Combine(_directory.FullName, "floor.db");
        _connection = new($"Data Source={file}");
        _connection.Open();
        Execute("PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA mmap_size = 268435456");
        Execute("CREATE TABLE item (id TEXT PRIMARY KEY, sort INTEGER, status INTEGER, document TEXT)");
        Seed(count);
        Execute("CREATE INDEX by_sort ON item (sort); CREATE INDEX by_status ON item (status, sort)");
        _byId = Prepare("SELECT document FROM item WHERE id = @value", "");
        _page = Prepare("SELECT document FROM item WHERE sort >= @value ORDER BY sort LIMIT 20", 0);
        _filtered = Prepare("SELECT document FROM item WHERE status = @value ORDER BY sort LIMIT 20", 3);
    }

    public ValueTask ByIdAsync(string id) => Read(_byId, id);

    public ValueTask PageAsync() => Read(_page, 0);

    public ValueTask FilteredAsync() => Read(_filtered, 3);

    public void Dispose()
    {
        _byId.Dispose();
        _page.Dispose();
        _filtered.Dispose();
        _connection.Dispose();
        SqliteConnection.ClearPool(_connection);
        _directory.Delete(recursive: true);
    }

    private void Seed(int count)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO item VALUES (@id, @sort, @status, @document)";
        foreach (var name in new[] { "@id", "@sort", "@status", "@document" })
        {
            insert.Parameters.AddWithValue(name, null);
        }

        for (var number = 0; number < count; number++)
        {
            var item = SampleContent.Item(number);
            insert.Parameters[0].Value = item.ContentItemId.Value;
            insert.Parameters[1].Value = new Random(number).Next();
            insert.Parameters[2].Value = number % 10;
            insert.Parameters[3].Value = item.Content.ToJsonString();
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static ValueTask Read(SqliteCommand command, object value)
    {
        command.Parameters[0].Value = value;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _ = reader.GetFieldValue<byte[]>(0);
        }

        return ValueTask.CompletedTask;
    }

    private SqliteCommand Prepare(string sql, object value)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@value", value);
        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
