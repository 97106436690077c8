using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Model;
using VoldCms.Data.Sql;

namespace VoldCms.Data.Databases;

/// <summary>
/// What differs between the databases: connections, the words of the dialect, and what their errors mean. Singleton, thread-safe.
/// </summary>
internal abstract class Database(DatabaseOptions options, IReadOnlyList<IModelContribution> contributions) : IAsyncDisposable
{
    public DatabaseOptions Options => options;

    public abstract SqlDialect Dialect { get; }

    /// <summary>Whether several transactions may write at the same time, each for its tenant.</summary>
    public abstract bool HasManyWriters { get; }

    public IReadOnlyList<IModelContribution> Contributions => contributions;

    /// <summary>The ids of the migrations that this build brings, from the first on.</summary>
    public ImmutableArray<string> Migrations
    {
        get
        {
            if (field.IsDefault)
            {
                field = KnownMigrations.In(Options.MigrationsAssembly, ContextType);
            }

            return field;
        }
    }

    /// <summary>The kind of context, by which its migrations are known.</summary>
    protected abstract Type ContextType { get; }

    /// <summary>Leases a connection for reading; dispose the lease soon.</summary>
    public abstract ValueTask<ReadLease> OpenReadAsync(CancellationToken cancellationToken);

    /// <summary>Leases a connection with a writing transaction for the tenant, after the tenant's other writers.</summary>
    public abstract ValueTask<WriteLease> BeginWriteAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Writes index rows of one item, over those of the same key.</summary>
    public abstract ValueTask WriteRowsAsync(
        SqlSession session,
        TenantId tenant,
        long itemKey,
        IReadOnlyList<FieldRow> rows,
        CancellationToken cancellationToken
    );

    /// <summary>Reserves numbers for new versions, the first of which is returned with how many there are.</summary>
    public abstract ValueTask<(long First, int Count)> ReserveKeysAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>A context of its own connection, or one on <paramref name="shared"/>.</summary>
    public abstract CmsDbContext CreateContext(TenantId? tenant, DbConnection? shared = null);

    /// <summary>Keeps others from adding tenants until the session's transaction ends.</summary>
    public abstract ValueTask LockTenantsAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>
    /// Whether every migration of this build has been applied, asked with one statement: EF would build its whole model for the
    /// answer, which is most of what a start costs. Changes nothing.
    /// </summary>
    /// <param name="session">A connection to the database.</param>
    /// <param name="historyExists">A statement that says, as a number, whether there is a table of applied migrations.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Migrations were applied that this build does not bring.</exception>
    public async ValueTask<bool> IsUpToDateAsync(SqlSession session, string historyExists, CancellationToken cancellationToken)
    {
        var known = Migrations;
        if (known.IsEmpty || (await session.ListAsync(historyExists, static row => row.GetInt64(0), cancellationToken)) is not [> 0])
        {
            return false;
        }

        var applied = await session.ListAsync(KnownMigrations.Applied, static row => row.GetString(0), cancellationToken);
        if (applied.Except(known).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            if (string.CompareOrdinal(unknown, known[^1]) < 0)
            {
                throw new StoreUnavailableException(
                    $"The database is of a version before the first release, which made '{unknown}'; expected one that begins with "
                        + $"'{known[0]}'. It is left as it is: set another data directory or database.",
                    null
                );
            }

            throw new StoreUnavailableException(
                $"The database has been used by a newer version of the program, which made '{unknown}'; expected at most "
                    + $"'{known[^1]}'.",
                null
            );
        }

        return known.All(applied.Contains);
    }

    /// <summary>
    /// Brings the schema up to date. Several processes may come at once: they wait for each other, and a process that dies
    /// takes its lock along.
    /// </summary>
    /// <param name="mayBeginAnew">Whether an empty database may be made where there was one with content: only a restore says so.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract Task MigrateAsync(bool mayBeginAnew, CancellationToken cancellationToken);

    /// <summary>
    /// After a command that was refused: what <see cref="MigrateAsync"/> has made where nothing was goes again, unless a tenant has come
    /// there, or another process uses it. Use nothing of this database after it.
    /// </summary>
    public abstract Task TakeBackAsync(CancellationToken cancellationToken);

    /// <summary>Reads a little of all that pages are made of, from the store itself.</summary>
    public virtual async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await using var lease = await OpenReadAsync(cancellationToken);
        await ProbeSql.ReadAsync(lease.Session, cancellationToken);
    }

    /// <summary>Begins a reading transaction on the session's connection: all that follows sees one state of the database.</summary>
    public abstract ValueTask<DbTransaction> BeginSnapshotAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps every other writer from the tables until the session's transaction ends; who reads goes on with the state before.
    /// </summary>
    public abstract ValueTask LockTablesAsync(SqlSession session, IReadOnlyList<string> tables, CancellationToken cancellationToken);

    /// <summary>After rows came with numbers of their own: the next numbers go on from the largest.</summary>
    public abstract ValueTask ResetSequencesAsync(
        SqlSession session,
        IReadOnlyList<NumberedKey> numbered,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Has a statement that is being read end when the token is cancelled, where the provider does not by itself. Dispose what is
    /// returned when it has ended.
    /// </summary>
    public virtual CancellationTokenRegistration EndWith(DbConnection connection, CancellationToken cancellationToken) => default;

    /// <summary>What the failure means to callers; null when it is a bug of ours.</summary>
    public abstract Exception? Explain(DbException failure);

    /// <summary>The same for what EF has wrapped.</summary>
    public Exception? Explain(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException inDatabase && Explain(inDatabase) is { } explained)
            {
                return explained;
            }
        }

        return null;
    }

    public abstract DbParameter CreateParameter(DbCommand command, SqlArgument argument);

    public virtual void SetValue(DbParameter parameter, object? value) =>
        parameter.Value = value switch
        {
            null => DBNull.Value,
            JsonParameter json => json.Value,
            _ => value,
        };

    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection for reading, given back when disposed.</summary>
internal readonly struct ReadLease(SqlSession session, Func<SqlSession, ValueTask> giveBack) : IAsyncDisposable
{
    public SqlSession Session => session;

    public ValueTask DisposeAsync() => giveBack(session);
}

/// <summary>A connection in a writing transaction; rolled back when disposed before <see cref="CommitAsync"/>.</summary>
internal sealed class WriteLease(SqlSession session, DbTransaction transaction, Func<ValueTask> giveBack) : IAsyncDisposable
{
    private bool _isCommitted;
    private bool _isDisposed;

    public SqlSession Session => session;

    public DbTransaction Transaction => transaction;

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            if (!_isCommitted)
            {
                await transaction.RollbackAsync();
            }
        }
        catch (DbException)
        {
            // The connection is gone and the transaction with it: there is nothing left to roll back.
        }
        finally
        {
            await transaction.DisposeAsync();
            session.Transaction = null;
            await giveBack();
        }
    }
}
