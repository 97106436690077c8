using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using NpgsqlTypes;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Model;
using VoldCms.Data.Sql;
using VoldCms.Data.Writing;

namespace VoldCms.Data.Databases.PostgreSql;

/// <summary>
/// A server. Statements are prepared by the driver when they come again; the writers of one tenant take turns, those of
/// different tenants do not wait for each other.
/// </summary>
internal sealed class PostgreSqlDatabase : Database
{
    // Any number that nobody else uses for an advisory lock: the bytes of "voldcms".
    private const long MigrationLock = 0x766F6C64636D73;

    private const string TenantsTable = "tenants";

    private const string HistoryExists = $"{TableExists} '{KnownMigrations.History}'";
    private const string TableExists = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename =";

    private readonly NpgsqlDataSource _source;

    // There was no table of migrations before this process made one.
    private bool _isMadeHere;

    public PostgreSqlDatabase(DatabaseOptions options, IReadOnlyList<IModelContribution> contributions)
        : base(options, contributions)
    {
        var builder = new NpgsqlDataSourceBuilder(options.ConnectionString);
        var connection = builder.ConnectionStringBuilder;
        connection.MaxAutoPrepare = 200;
        connection.AutoPrepareMinUsages = 2;
        connection.ApplicationName ??= "VoldCms";
        // Measured: pages that take one millisecond are estimated dear, and compiling such a statement takes fifteen.
        // The statements hold their plan by their shape, so planning them anew for each value buys nothing either.
        connection.Options ??= "-c jit=off -c plan_cache_mode=force_generic_plan";
        // Nothing here leaves a setting behind on its connection, so none has to be cleaned before the next use: six statements saved.
        connection.NoResetOnClose = true;
        _source = builder.Build();
    }

    public override SqlDialect Dialect { get; } = new PostgreSqlDialect();

    public override bool HasManyWriters => true;

    protected override Type ContextType => typeof(PostgreSqlCmsDbContext);

    public override async ValueTask<ReadLease> OpenReadAsync(CancellationToken cancellationToken) =>
        new(await OpenAsync(cancellationToken), session => session.DisposeAsync());

    public override async ValueTask<WriteLease> BeginWriteAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        try
        {
            var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            session.Transaction = transaction;
            await session.ExecuteAsync($"SET LOCAL lock_timeout = {(int)Options.WriteTimeout.TotalMilliseconds}", cancellationToken);
            if (tenant.Value != 0)
            {
                // Who writes for no tenant has no row to wait for; a restore must come to the table of tenants with empty hands.
                await session.ExecuteAsync(
                    $"SELECT 1 FROM {TenantsTable} WHERE id = @tenant FOR NO KEY UPDATE",
                    cancellationToken,
                    new SqlArgument("tenant", tenant.Value)
                );
            }

            return new WriteLease(session, transaction, session.DisposeAsync);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask WriteRowsAsync(
        SqlSession session,
        TenantId tenant,
        long itemKey,
        IReadOnlyList<FieldRow> rows,
        CancellationToken cancellationToken
    ) =>
        await session.ExecuteAsync(
            FieldIndexSql.UpsertArrays,
            cancellationToken,
            new("tenant", tenant.Value),
            new("item", itemKey),
            new("states", Column(rows, static row => row.State)),
            new("fields", Column(rows, static row => row.FieldId)),
            new("cultures", Column(rows, static row => row.CultureId)),
            new("ordinals", Column(rows, static row => row.Ordinal)),
            new("types", Column(rows, static row => row.TypeId)),
            new("values", Column(rows, static row => row.Value)),
            new("sorts", Column(rows, static row => row.SortKey)),
            new("visibilities", Column(rows, static row => row.Visibility)),
            new("signatures", Column(rows, static row => row.Signature))
        );

    public override async ValueTask<(long First, int Count)> ReserveKeysAsync(SqlSession session, CancellationToken cancellationToken)
    {
        var number = await session.ListAsync(
            $"SELECT nextval('{ContentModelConfiguration.KeySequence}')",
            static row => row.GetInt64(0),
            cancellationToken
        );
        return ((number[0] - 1) * ContentModelConfiguration.KeysPerNumber + 1, ContentModelConfiguration.KeysPerNumber);
    }

    public override CmsDbContext CreateContext(TenantId? tenant, DbConnection? shared = null)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlCmsDbContext>();
        _ = shared is null
            ? options.UseNpgsql(_source, npgsql => npgsql.MigrationsAssembly(Options.MigrationsAssembly?.GetName().Name))
            : options.UseNpgsql(shared);
        return new PostgreSqlCmsDbContext(options.Options, Contributions, tenant);
    }

    public override async ValueTask<DbTransaction> BeginSnapshotAsync(SqlSession session, CancellationToken cancellationToken) =>
        await session.Connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);

    // Every writer begins at its tenant's row: once the table of tenants is held, those that had begun have ended, and no other begins.
    public override async ValueTask LockTablesAsync(
        SqlSession session,
        IReadOnlyList<string> tables,
        CancellationToken cancellationToken
    ) =>
        await session.ExecuteAsync(
            $"LOCK TABLE {string.Join(", ", tables.OrderBy(table => table == TenantsTable ? 0 : 1))} IN EXCLUSIVE MODE",
            cancellationToken
        );

    public override async ValueTask ResetSequencesAsync(
        SqlSession session,
        IReadOnlyList<NumberedKey> numbered,
        CancellationToken cancellationToken
    )
    {
        foreach (var (table, key) in numbered)
        {
            await session.ListAsync(
                $"SELECT setval(pg_get_serial_sequence('{table}', '{key}'), (SELECT COALESCE(MAX({key}), 0) + 1 FROM {table}), false)",
                static row => row.GetInt64(0),
                cancellationToken
            );
        }

        await session.ListAsync(
            $"SELECT setval('{ContentModelConfiguration.KeySequence}', (SELECT COALESCE(MAX(key), 0) "
                + $"/ {ContentModelConfiguration.KeysPerNumber} + 2 FROM content_versions), false)",
            static row => row.GetInt64(0),
            cancellationToken
        );
    }

    public override async ValueTask LockTenantsAsync(SqlSession session, CancellationToken cancellationToken) =>
        await session.ExecuteAsync($"LOCK TABLE {TenantsTable} IN SHARE ROW EXCLUSIVE MODE", cancellationToken);

    public override async Task MigrateAsync(bool mayBeginAnew, CancellationToken cancellationToken)
    {
        await using var session = await OpenAsync(cancellationToken);
        if (await IsUpToDateAsync(session, HistoryExists, cancellationToken))
        {
            return;
        }

        await AloneAsync(
            session,
            async () =>
            {
                _isMadeHere = await CountAsync(session, HistoryExists, cancellationToken) == 0;
                await using var context = CreateContext(tenant: null);
                await context.Database.MigrateAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    public override async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        if (!_isMadeHere)
        {
            return;
        }

        await using var session = await OpenAsync(cancellationToken);
        await AloneAsync(
            session,
            async () =>
            {
                if (
                    await CountAsync(session, $"{TableExists} '{TenantsTable}'", cancellationToken) == 0
                    || await CountAsync(session, $"SELECT count(*) FROM {TenantsTable}", cancellationToken) == 0
                )
                {
                    await using var context = CreateContext(tenant: null);
                    await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, cancellationToken);
                    await session.ExecuteAsync($"DROP TABLE IF EXISTS \"{KnownMigrations.History}\"", cancellationToken);
                }
            },
            cancellationToken
        );
    }

    private static async ValueTask<long> CountAsync(SqlSession session, string sql, CancellationToken cancellationToken) =>
        (await session.ListAsync(sql, static row => row.GetInt64(0), cancellationToken))[0];

    // The lock is held by the session: it ends with the connection, however the process ends.
    private async Task AloneAsync(SqlSession session, Func<Task> work, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("SELECT pg_advisory_lock(@number)", cancellationToken, new SqlArgument("number", MigrationLock));
        try
        {
            await work();
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
        finally
        {
            await session.ExecuteAsync(
                "SELECT pg_advisory_unlock(@number)",
                CancellationToken.None,
                new SqlArgument("number", MigrationLock)
            );
        }
    }

    public override Exception? Explain(DbException failure) =>
        failure switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken => new StoreConflictException(
                taken.MessageText,
                taken
            ),
            // Class 08 connection, 53 resources, 57 operator, 58 system, XX damage, 55P03 the lock was not to be had; 40 two that waited
            // for each other, of whom this one was to give way.
            PostgresException refused
                when refused.SqlState[..2] is "08" or "53" or "57" or "58" or "3D" or "28" or "40" or "XX"
                    || refused.SqlState == PostgresErrorCodes.LockNotAvailable => new StoreUnavailableException(
                $"The database does not answer: {refused.MessageText}",
                refused
            ),
            PostgresException => null,
            NpgsqlException lost => new StoreUnavailableException($"The database cannot be reached: {lost.Message}", lost),
            _ => null,
        };

    public override DbParameter CreateParameter(DbCommand command, SqlArgument argument)
    {
        var parameter = new NpgsqlParameter { ParameterName = argument.Name };
        if (argument.Value is JsonParameter)
        {
            parameter.NpgsqlDbType = NpgsqlDbType.Json;
        }

        SetValue(parameter, argument.Value);
        return parameter;
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static T[] Column<T>(IReadOnlyList<FieldRow> rows, Func<FieldRow, T> column)
    {
        var values = new T[rows.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = column(rows[index]);
        }

        return values;
    }

    private async ValueTask<SqlSession> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new SqlSession(await _source.OpenConnectionAsync(cancellationToken), this);
        }
        catch (DbException failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }
}
