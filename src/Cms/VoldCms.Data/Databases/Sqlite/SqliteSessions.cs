using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Databases.Sqlite;

/// <summary>
/// The connections to one file, kept open with their prepared statements: those of readers, and the one that writers use in turns.
/// Thread-safe.
/// </summary>
/// <param name="database">The database that the connections are of.</param>
/// <param name="file">Its file.</param>
/// <param name="connectionString">As the provider reads it.</param>
internal sealed class SqliteSessions(SqliteDatabase database, SqliteFile file, string connectionString) : IAsyncDisposable
{
    private const int MaximumIdleReaders = 32;

    private readonly ConcurrentBag<SqlSession> _idleReaders = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqlSession? _writer;

    // Of the writer's connection, and gone with it.
    private FieldRowStatement? _fieldRows;

    /// <summary>Leases a connection that only reads.</summary>
    public ReadLease OpenRead()
    {
        file.CheckThere();
        var session = _idleReaders.TryTake(out var idle) ? idle : Open("PRAGMA query_only = 1");
        return new ReadLease(session, GiveBackAsync);
    }

    /// <summary>Leases the writer's connection in a transaction, after those who came before.</summary>
    /// <exception cref="StoreUnavailableException">Another writer has held it for longer than a writer waits.</exception>
    public async ValueTask<WriteLease> BeginWriteAsync(CancellationToken cancellationToken)
    {
        if (!await _writing.WaitAsync(database.Options.WriteTimeout, cancellationToken))
        {
            throw new StoreUnavailableException(
                $"Another writer has held the database for {database.Options.WriteTimeout.TotalSeconds:0} s.",
                null
            );
        }

        try
        {
            file.CheckThere();
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
            if (failure is not StoreUnavailableException && database.Explain(failure) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    /// <summary>The statement that writes index rows, on the writer's connection.</summary>
    public FieldRowStatement FieldRowsOf(SqlSession writer) => _fieldRows ??= new((SqliteConnection)writer.Connection);

    /// <summary>Opens a connection of its own.</summary>
    /// <param name="setting">A pragma beside those of every connection.</param>
    public SqlSession Open(string setting)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            // mmap saves a copy of each page read; the memory is the operating system's own cache.
            settings.CommandText = $"""
                PRAGMA busy_timeout = {(int)database.Options.WriteTimeout.TotalMilliseconds};
                PRAGMA synchronous = normal;
                PRAGMA temp_store = memory;
                PRAGMA mmap_size = 268435456;
                PRAGMA cache_size = -16384;
                {setting};
                """;
            settings.ExecuteNonQuery();
            return new SqlSession(connection, database);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw database.Explain(failure) ?? failure;
        }
    }

    /// <summary>Closes what is not in use.</summary>
    public async ValueTask CloseAsync()
    {
        while (_idleReaders.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }

        await DropWriterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _writing.Dispose();
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
}
