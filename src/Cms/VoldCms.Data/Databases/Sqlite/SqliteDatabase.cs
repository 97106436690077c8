using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Model;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Databases.Sqlite;

/// <summary>
/// One file in WAL mode: readers never wait, writers take turns. Readers' and the writer's connections are kept open with
/// their prepared statements.
/// </summary>
/// <remarks>
/// What is promised: a commit is all or nothing, always. With <c>synchronous=normal</c> it survives the end of the process at any
/// moment (kill -9, crash), for the operating system has the bytes; after a power cut the last commits before it may be missing,
/// but never half of one, and the file is never broken.
/// </remarks>
internal sealed class SqliteDatabase : Database
{
    private const int MaximumIdleReaders = 32;

    private readonly SqliteFile _file;
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqlSession> _idleReaders = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqlSession? _writer;

    // How long, in bytes, the file and its lock were before this process came; null where there was none.
    private (long? File, long? Lock)? _found;

    // The file is a database of this build's.
    private bool _isMade;

    // Of the writer's connection, and gone with it.
    private FieldRowStatement? _fieldRows;

    public SqliteDatabase(DatabaseOptions options, IReadOnlyList<IModelContribution> contributions)
        : base(options, contributions)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            // Microsoft.Data.Sqlite's own pool would hand out connections without their prepared statements and settings.
            Pooling = false,
            // Only the migrator makes the file: whoever else found it gone would go on with an empty one.
            Mode = SqliteOpenMode.ReadWrite,
            DefaultTimeout = (int)Math.Ceiling(options.WriteTimeout.TotalSeconds),
        };
        if (builder.DataSource.Length == 0)
        {
            builder.DataSource = Path.Combine(options.DataDirectory, "voldcms.db");
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource);
        _file = new(builder.DataSource);
        _connectionString = builder.ConnectionString;
    }

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override bool HasManyWriters => false;

    protected override Type ContextType => typeof(SqliteCmsDbContext);

    public override ValueTask<ReadLease> OpenReadAsync(CancellationToken cancellationToken)
    {
        _file.CheckThere();
        var session = _idleReaders.TryTake(out var idle) ? idle : Open("PRAGMA query_only = 1");
        return ValueTask.FromResult(new ReadLease(session, GiveBackAsync));
    }

    public override async ValueTask<WriteLease> BeginWriteAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(Options.WriteTimeout, cancellationToken))
        {
            throw new StoreUnavailableException($"Another writer has held the database for {Options.WriteTimeout.TotalSeconds:0} s.", null);
        }

        try
        {
            _file.CheckThere();
            _writer ??= Open("PRAGMA foreign_keys = 1");
            // Begins at once as a writer (BEGIN IMMEDIATE): a transaction that read first could not be made one later.
            var transaction = _writer.Connection.BeginTransaction();
            _writer.Transaction = transaction;
            return new WriteLease(_writer, transaction, ReleaseAsync);
        }
        catch (Exception failure)
        {
            await DropWriterAsync();
            _writing.Release();
            if (failure is not StoreUnavailableException && Explain(failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    public override ValueTask WriteRowsAsync(
        SqlSession session,
        TenantId tenant,
        long itemKey,
        IReadOnlyList<FieldRow> rows,
        CancellationToken cancellationToken
    )
    {
        try
        {
            _fieldRows ??= new FieldRowStatement((SqliteConnection)session.Connection);
            _fieldRows.Write(tenant, itemKey, rows);
            return ValueTask.CompletedTask;
        }
        catch (SqliteException failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    // The writer is alone until it ends, so it may count on from the largest number by itself.
    public override async ValueTask<(long First, int Count)> ReserveKeysAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var largest = await session.ListAsync(
            "SELECT COALESCE(MAX(key), 0) FROM content_versions",
            static row => row.GetInt64(0),
            cancellationToken
        );
        return (largest[0] + 1, int.MaxValue);
    }

    public override CmsDbContext CreateContext(TenantId? tenant, DbConnection? shared = null)
    {
        var options = new DbContextOptionsBuilder<SqliteCmsDbContext>().ConfigureWarnings(warnings =>
            warnings.Ignore(RelationalEventId.AmbientTransactionWarning)
        );
        _ = shared is null
            ? options.UseSqlite(_connectionString, sqlite => sqlite.MigrationsAssembly(Options.MigrationsAssembly?.GetName().Name))
            : options.UseSqlite(shared);
        return new SqliteCmsDbContext(options.Options, Contributions, tenant);
    }

    public override ValueTask<DbTransaction> BeginSnapshotAsync(SqlSession session, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)session.Connection).BeginTransaction(deferred: true));

    // The writer is alone already, and readers go on with the state before.
    public override ValueTask LockTablesAsync(SqlSession session, IReadOnlyList<string> tables, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    // SQLite goes on from the largest number by itself.
    public override ValueTask ResetSequencesAsync(
        SqlSession session,
        IReadOnlyList<NumberedKey> numbered,
        CancellationToken cancellationToken
    ) => ValueTask.CompletedTask;

    // The writer is alone already.
    public override ValueTask LockTenantsAsync(SqlSession session, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public override async Task MigrateAsync(bool mayBeginAnew, CancellationToken cancellationToken)
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(_file.Path)!);
            var lockFound = SqliteFile.LengthOf(LockPath);
            await using var held = await FileLock.TakeAsync(LockPath, Options.WriteTimeout, cancellationToken);
            _found = (SqliteFile.LengthOf(_file.Path), lockFound);
            var wasMade = !mayBeginAnew && (held.Length > 0 || _file.AreKeysThere());
            _file.CheckKind(wasMade);
            if (!File.Exists(_file.Path))
            {
                // SQLite gives its other files the mode of this one.
                await PrivateFiles.Open(_file.Path).DisposeAsync();
            }

            await using (var session = Open("PRAGMA query_only = 1"))
            {
                KeepWriteAhead(session);
                await _file.CheckContentAsync(session, wasMade, cancellationToken);
                // First: what is refused stays as it is, down to the way that the file is written in.
                var isUpToDate = await IsUpToDateAsync(session, SqliteFile.HistoryExists, cancellationToken);
                foreach (var file in new[] { _file.Path, $"{_file.Path}-wal", $"{_file.Path}-shm", held.Name })
                {
                    PrivateFiles.Tighten(file);
                }

                await WriteAheadAsync(cancellationToken);
                if (isUpToDate)
                {
                    Made(held);
                    return;
                }
            }

            await using var context = CreateContext(tenant: null);
            await ForgetDeadMigratorAsync(context, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            Made(held);
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The database file '{_file.Path}' cannot be made or opened: {failure.Message}", failure);
        }
    }

    public override async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        if (_found is not { } found)
        {
            return;
        }

        await CloseAsync();
        if (found.File is null or 0 && File.Exists(_file.Path))
        {
            await using var held = await FileLock.TakeAsync(LockPath, Options.WriteTimeout, cancellationToken);
            _isMade = !await _file.TryTakeBackAsync(() => Open("PRAGMA busy_timeout = 0"), found.File, cancellationToken);
        }

        if (!_isMade)
        {
            SqliteFile.PutBack(LockPath, found.Lock);
        }
    }

    // The provider looks at the token before a statement begins, and a statement may look through a whole table.
    public override CancellationTokenRegistration EndWith(DbConnection connection, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(
            static handle => SQLitePCL.raw.sqlite3_interrupt((SQLitePCL.sqlite3)handle!),
            ((SqliteConnection)connection).Handle
        );

    public override async Task ProbeAsync(CancellationToken cancellationToken)
    {
        _file.CheckThere();
        // A connection of its own: what the others have in memory says nothing of the file.
        await using var session = Open("PRAGMA query_only = 1");
        if (_file.IsCheckDue)
        {
            await _file.CheckIntegrityAsync(session, cancellationToken);
        }

        await ProbeSql.ReadAsync(session, cancellationToken);
    }

    public override Exception? Explain(DbException failure)
    {
        if (failure is not SqliteException sqlite)
        {
            return null;
        }

        switch (sqlite.SqliteErrorCode)
        {
            case SQLitePCL.raw.SQLITE_CONSTRAINT:
                return new StoreConflictException(sqlite.Message, sqlite);
            case SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB:
                return _file.Damaged(sqlite.Message, sqlite);
            case SQLitePCL.raw.SQLITE_BUSY
            or SQLitePCL.raw.SQLITE_LOCKED
            or SQLitePCL.raw.SQLITE_IOERR
            or SQLitePCL.raw.SQLITE_FULL
            or SQLitePCL.raw.SQLITE_CANTOPEN
            or SQLitePCL.raw.SQLITE_READONLY
            or SQLitePCL.raw.SQLITE_PERM:
                return new StoreUnavailableException($"The database file '{_file.Path}' cannot be used: {sqlite.Message}", sqlite);
            default:
                return null;
        }
    }

    public override DbParameter CreateParameter(DbCommand command, SqlArgument argument)
    {
        var parameter = new SqliteParameter { ParameterName = "@" + argument.Name };
        SetValue(parameter, argument.Value);
        return parameter;
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _writing.Dispose();
    }

    private string LockPath => $"{_file.Path}.lock";

    private void Made(FileStream held)
    {
        SqliteFile.MarkMade(held);
        _isMade = true;
    }

    private async ValueTask CloseAsync()
    {
        while (_idleReaders.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        await DropWriterAsync();
    }

    private SqlSession Open(string setting)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            // mmap saves a copy of each page read; the memory is the operating system's own cache.
            settings.CommandText = $"""
                PRAGMA busy_timeout = {(int)Options.WriteTimeout.TotalMilliseconds};
                PRAGMA synchronous = normal;
                PRAGMA temp_store = memory;
                PRAGMA mmap_size = 268435456;
                PRAGMA cache_size = -16384;
                {setting};
                """;
            settings.ExecuteNonQuery();
            return new SqlSession(connection, this);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw Explain(failure) ?? failure;
        }
    }

    private ValueTask GiveBackAsync(SqlSession session)
    {
        if (_idleReaders.Count >= MaximumIdleReaders)
        {
            return session.DisposeAsync();
        }

        _idleReaders.Add(session);
        return ValueTask.CompletedTask;
    }

    private ValueTask ReleaseAsync()
    {
        _writing.Release();
        return ValueTask.CompletedTask;
    }

    private async ValueTask DropWriterAsync()
    {
        if (_writer is { } writer)
        {
            _fieldRows?.Dispose();
            (_writer, _fieldRows) = (null, null);
            await writer.DisposeAsync();
        }
    }

    // The last to close a file moves into it what was written ahead: what a killed program has left would change in being looked at.
    private static void KeepWriteAhead(SqlSession session) =>
        SQLitePCL.raw.sqlite3_db_config(
            ((SqliteConnection)session.Connection).Handle,
            SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
            1,
            out _
        );

    // The journal mode is kept in the file, so this comes when the file is known to be ours.
    private async Task WriteAheadAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = wal";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

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
