using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Model;

namespace VoldCms.Data.Databases.Sqlite;

/// <summary>
/// How the file comes to be a database of this build: made, brought up to date, and taken back after a command that was refused. One
/// process at a time does it, by a lock beside the file.
/// </summary>
/// <param name="database">The database that it becomes.</param>
/// <param name="file">Its file.</param>
/// <param name="sessions">The connections to it.</param>
internal sealed class SqliteMaking(SqliteDatabase database, SqliteFile file, SqliteSessions sessions)
{
    private readonly string _lockPath = $"{file.Path}.lock";

    // How long, in bytes, the file and its lock were before this process came; null where there was none.
    private (long? File, long? Lock)? _found;

    // The file is a database of this build's.
    private bool _isMade;

    /// <inheritdoc cref="Database.MigrateAsync"/>
    public async Task MigrateAsync(bool mayBeginAnew, CancellationToken cancellationToken)
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(file.Path)!);
            var lockFound = SqliteFile.LengthOf(_lockPath);
            await using var held = await FileLock.TakeAsync(_lockPath, database.Options.WriteTimeout, cancellationToken);
            _found = (SqliteFile.LengthOf(file.Path), lockFound);
            var wasMade = !mayBeginAnew && (held.Length > 0 || file.AreKeysThere());
            file.CheckKind(wasMade);
            if (!File.Exists(file.Path))
            {
                // SQLite gives its other files the mode of this one.
                await PrivateFiles.Open(file.Path).DisposeAsync();
            }

            await using (var session = sessions.Open("PRAGMA query_only = 1"))
            {
                KeepWriteAhead(session);
                await file.CheckContentAsync(session, wasMade, cancellationToken);
                // First: what is refused stays as it is, down to the way that the file is written in.
                var isUpToDate = await database.IsUpToDateAsync(session, SqliteFile.HistoryExists, cancellationToken);
                foreach (var name in new[] { file.Path, $"{file.Path}-wal", $"{file.Path}-shm", held.Name })
                {
                    PrivateFiles.Tighten(name);
                }

                // The journal mode is kept in the file, so this comes when the file is known to be ours.
                await sessions.Open("PRAGMA journal_mode = wal").DisposeAsync();
                if (isUpToDate)
                {
                    Made(held);
                    return;
                }
            }

            await using var context = database.CreateContext(tenant: null);
            await ForgetDeadMigratorAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            Made(held);
        }
        catch (Exception failure) when (database.Explain(failure) is { } explained)
        {
            throw explained;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The database file '{file.Path}' cannot be made or opened: {failure.Message}", failure);
        }
    }

    /// <inheritdoc cref="Database.TakeBackAsync"/>
    public async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        if (_found is not { } found)
        {
            return;
        }

        await sessions.CloseAsync();
        if (found.File is null or 0 && File.Exists(file.Path))
        {
            await using var held = await FileLock.TakeAsync(_lockPath, database.Options.WriteTimeout, cancellationToken);
            _isMade = !await file.TryTakeBackAsync(() => sessions.Open("PRAGMA busy_timeout = 0"), found.File, cancellationToken);
        }

        if (!_isMade)
        {
            SqliteFile.PutBack(_lockPath, found.Lock);
        }
    }

    private void Made(FileStream held)
    {
        SqliteFile.MarkMade(held);
        _isMade = true;
    }

    // The last to close a file moves into it what was written ahead: what a killed program has left would change in being looked at.
    private static void KeepWriteAhead(SqlSession session) =>
        SQLitePCL.raw.sqlite3_db_config(
            ((SqliteConnection)session.Connection).Handle,
            SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
            1,
            out _
        );

    // EF's own lock is a row that outlives a killed process and stops every start after it. Our file lock is held here and dies
    // with its process, so a row that is there now is nobody's.
    private static async Task ForgetDeadMigratorAsync(CmsDbContext context, CancellationToken cancellationToken)
    {
        var exists = await context
            .Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (exists > 0)
        {
            await context.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
        }
    }
}
