using System.Data.Common;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Data.Databases;

/// <summary>A named value of a statement. The name stands without its <c>@</c>.</summary>
internal readonly record struct SqlArgument(string Name, object? Value);

/// <summary>JSON for a column of the database's JSON type.</summary>
internal readonly record struct JsonParameter(string Value);

/// <summary>
/// One open connection and the commands prepared on it, kept for as long as the connection is. Every failure that is the
/// database's comes out as <see cref="StoreUnavailableException"/>, a broken unique index as <see cref="StoreConflictException"/>.
/// </summary>
/// <remarks>Not thread-safe. A statement is read to its end before the next begins.</remarks>
internal sealed class SqlSession(DbConnection connection, Database database) : IAsyncDisposable
{
    // More shapes of queries than this on one connection: forget them all rather than grow without bound.
    private const int MaximumPrepared = 256;

    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>The transaction that the statements belong to; null outside of one.</summary>
    public DbTransaction? Transaction { get; set; }

    public ValueTask<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params ReadOnlySpan<SqlArgument> arguments)
    {
        var command = Bind(sql, arguments);
        StatementMeter.Count();
        return RunAsync();

        async ValueTask<int> RunAsync()
        {
            try
            {
                return await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (DbException failure) when (database.Explain(failure) is { } explained)
            {
                throw explained;
            }
        }
    }

    /// <summary>All rows of the answer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled, also while the database was at work; what is written is ended
    /// by its transaction alone.</exception>
    public ValueTask<List<T>> ListAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params ReadOnlySpan<SqlArgument> arguments
    )
    {
        var command = Bind(sql, arguments);
        StatementMeter.Count();
        return RunAsync();

        async ValueTask<List<T>> RunAsync()
        {
            using var ending = Transaction is null ? database.EndWith(connection, cancellationToken) : default;
            try
            {
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(read(reader));
                }

                return rows;
            }
            catch (DbException failure) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("The database was told to stop.", failure, cancellationToken);
            }
            catch (DbException failure) when (database.Explain(failure) is { } explained)
            {
                throw explained;
            }
        }
    }

    /// <summary>
    /// The command for the text, made and prepared at its first use, with the values set. The same text is always given the
    /// same arguments in the same order.
    /// </summary>
    public DbCommand Bind(string sql, ReadOnlySpan<SqlArgument> arguments)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            ForgetWhenFull();
            command = connection.CreateCommand();
            command.CommandText = sql;
            _prepared.Add(sql, command);
        }

        command.Transaction = Transaction;
        if (command.Parameters.Count != arguments.Length)
        {
            command.Parameters.Clear();
            foreach (var argument in arguments)
            {
                command.Parameters.Add(database.CreateParameter(command, argument));
            }
        }
        else
        {
            for (var index = 0; index < arguments.Length; index++)
            {
                database.SetValue(command.Parameters[index], arguments[index].Value);
            }
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        await connection.DisposeAsync();
    }

    private void ForgetWhenFull()
    {
        if (_prepared.Count >= MaximumPrepared)
        {
            foreach (var command in _prepared.Values)
            {
                command.Dispose();
            }

            _prepared.Clear();
        }
    }

    private async ValueTask ForgetAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        _prepared.Clear();
    }
}
