using Microsoft.Data.Sqlite;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Databases.Sqlite;

/// <summary>
/// What is known of the database's file beside what is in its tables: whether it is there, ours, whole, and may be written. What it is
/// refused for is one line for whoever operates the site. Thread-safe.
/// </summary>
/// <param name="path">The file's full path.</param>
internal sealed class SqliteFile(string path)
{
    /// <summary>Counts the table of migrations: 1 where a database of ours is.</summary>
    public const string HistoryExists = $"SELECT count(*) FROM sqlite_master WHERE name = '{KnownMigrations.History}'";

    private const string TenantsExist = "SELECT count(*) FROM sqlite_master WHERE name = 'tenants'";

    // Read whole in well under a second; a larger one is only probed.
    private const long LargestToCheck = 256L * 1024 * 1024;

    // A migrator that was killed at once has left its lock alone.
    private const string OthersTable = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> '__EFMigrationsLock' LIMIT 1";

    private readonly SqliteDamage _damage = new();

    /// <summary>The file's full path.</summary>
    public string Path => path;

    /// <summary>Whether the file is to be read whole again.</summary>
    public bool IsCheckDue => _damage.IsDue(path);

    /// <summary>A file that was removed lives on for those who hold it open, and what is written there is lost.</summary>
    public void CheckThere()
    {
        if (!File.Exists(path))
        {
            throw new StoreUnavailableException($"The database file '{path}' is not there.", null);
        }
    }

    /// <summary>Before SQLite is asked: an empty file is a fine new database to it.</summary>
    public void CheckKind(bool wasMade)
    {
        if (Directory.Exists(path))
        {
            throw new StoreUnavailableException($"'{path}' is a folder; expected the database's file.", null);
        }

        if (File.Exists(path) && !RegularFile.IsAt(path))
        {
            throw new StoreUnavailableException($"'{path}' is no regular file; expected the database's file.", null);
        }

        if (wasMade && new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            throw Lost(File.Exists(path) ? "is empty" : "is not there");
        }
    }

    /// <summary>Whether SQLite can read it whole and write it, and whether what is in it is ours.</summary>
    public async Task CheckContentAsync(SqlSession session, bool wasMade, CancellationToken cancellationToken)
    {
        await CheckIntegrityAsync(session, cancellationToken);
        if (SQLitePCL.raw.sqlite3_db_readonly(((SqliteConnection)session.Connection).Handle, "main") == 1)
        {
            throw new StoreUnavailableException($"The database file '{path}' may be read but not written by this user.", null);
        }

        if ((await session.ListAsync(HistoryExists, static row => row.GetInt64(0), cancellationToken)) is [> 0])
        {
            return;
        }

        if (wasMade)
        {
            throw Lost("holds nothing");
        }

        if ((await session.ListAsync(OthersTable, static row => row.GetString(0), cancellationToken)) is [var table])
        {
            throw new StoreUnavailableException($"The database file '{path}' is another program's: it holds a table '{table}'.", null);
        }
    }

    /// <summary>As far as it is quick: the whole file is read.</summary>
    public async Task CheckIntegrityAsync(SqlSession session, CancellationToken cancellationToken)
    {
        _damage.Checked(path);
        if (new FileInfo(path).Length > LargestToCheck)
        {
            return;
        }

        var found = await session.ListAsync("PRAGMA quick_check(1)", static row => row.GetString(0), cancellationToken);
        if (found is not ["ok"])
        {
            throw Damaged(string.Join(' ', found).ReplaceLineEndings(" "), null);
        }
    }

    /// <summary>What is said of a damaged file; it is read whole when it is probed next.</summary>
    public StoreUnavailableException Damaged(string how, Exception? cause)
    {
        _damage.Suspect();
        return new(
            $"The database file '{path}' is damaged ({how}): move it away with its -wal and -shm, and restore a backup with "
                + "`restore FILE --yes`.",
            cause
        );
    }

    /// <summary>Removes a database in which no tenant is and that nobody else has open.</summary>
    /// <param name="open">Opens a connection that waits for nobody.</param>
    /// <param name="before">How long the file was before there was a database in it; null where there was none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when it stays.</returns>
    public async Task<bool> TryTakeBackAsync(Func<SqlSession> open, long? before, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = open();
            // Another journal is given only to who is alone.
            if (
                (await CountAsync(TenantsExist) > 0 && await CountAsync("SELECT count(*) FROM tenants") > 0)
                || await session.ListAsync("PRAGMA journal_mode = delete", static row => row.GetString(0), cancellationToken)
                    is not ["delete"]
            )
            {
                return false;
            }

            async ValueTask<long> CountAsync(string sql) =>
                (await session.ListAsync(sql, static row => row.GetInt64(0), cancellationToken))[0];
        }
        catch (StoreUnavailableException)
        {
            return false;
        }

        foreach (var beside in new[] { $"{path}-wal", $"{path}-shm", $"{path}-journal" })
        {
            File.Delete(beside);
        }

        PutBack(path, before);
        return true;
    }

    /// <summary>The length of a file, in bytes; null when there is none.</summary>
    public static long? LengthOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : null;

    /// <summary>Makes a file empty, or removes it, where it was so before; one that held something stays.</summary>
    public static void PutBack(string file, long? before)
    {
        if (before is null)
        {
            File.Delete(file);
        }
        else if (before == 0)
        {
            using var emptied = new FileStream(file, FileMode.Truncate, FileAccess.Write);
        }
    }

    private StoreUnavailableException Lost(string how) =>
        new(
            $"The database file '{path}' {how}, though a site was here: restore a backup with `restore FILE --yes`, put the file back, "
                + $"or remove '{path}.lock' and the folder 'keys' beside it to begin anew.",
            null
        );

    /// <summary>Whether a site was here: one that has been served has made keys, with or without the mark.</summary>
    public bool AreKeysThere()
    {
        var keys = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "keys");
        return Directory.Exists(keys) && Directory.EnumerateFiles(keys, "*.xml").Any();
    }

    /// <summary>Leaves the mark, in the lock beside the file, that a database was made here.</summary>
    public static void MarkMade(FileStream held)
    {
        if (held.Length == 0)
        {
            held.Write("A database was made here: an empty one in its place is an accident.\n"u8);
        }
    }
}
