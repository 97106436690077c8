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
    private readonly SqliteFile _file;
    private readonly string _connectionString;
    private readonly SqliteSessions _sessions;
    private readonly SqliteMaking _making;

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
        _sessions = new(this, _file, _connectionString);
        _making = new(this, _file, _sessions);
    }

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override bool HasManyWriters => false;

    protected override Type ContextType => typeof(SqliteCmsDbContext);

    public override ValueTask<ReadLease> OpenReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_sessions.OpenRead());

    public override ValueTask<WriteLease> BeginWriteAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _sessions.BeginWriteAsync(cancellationToken);

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
            _sessions.FieldRowsOf(session).Write(tenant, itemKey, rows);
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

    public override Task MigrateAsync(bool mayBeginAnew, CancellationToken cancellationToken) =>
        _making.MigrateAsync(mayBeginAnew, cancellationToken);

    public override Task TakeBackAsync(CancellationToken cancellationToken) => _making.TakeBackAsync(cancellationToken);

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
        await using var session = _sessions.Open("PRAGMA query_only = 1");
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

    public override ValueTask DisposeAsync() => _sessions.DisposeAsync();
}
