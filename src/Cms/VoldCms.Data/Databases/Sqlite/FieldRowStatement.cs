using Microsoft.Data.Sqlite;
using SQLitePCL;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Sql;
using VoldCms.Data.Writing;

namespace VoldCms.Data.Databases.Sqlite;

/// <summary>
/// Writes index rows with values bound by place. An item has twenty such rows, and the provider's commands look every parameter
/// up by its name for each: measured, two thirds of what writing a row cost.
/// </summary>
/// <remarks>Belongs to one connection; not thread-safe.</remarks>
internal sealed class FieldRowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int _tenant;
    private readonly int _item;
    private readonly int _state;
    private readonly int _field;
    private readonly int _culture;
    private readonly int _ordinal;
    private readonly int _type;
    private readonly int _value;
    private readonly int _sort;
    private readonly int _visibility;
    private readonly int _signature;

    public FieldRowStatement(SqliteConnection connection)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, FieldIndexSql.Upsert, out _statement), _database);
        _tenant = PlaceOf("@tenant");
        _item = PlaceOf("@item");
        _state = PlaceOf("@state");
        _field = PlaceOf("@field");
        _culture = PlaceOf("@culture");
        _ordinal = PlaceOf("@ordinal");
        _type = PlaceOf("@type");
        _value = PlaceOf("@value");
        _sort = PlaceOf("@sort");
        _visibility = PlaceOf("@visibility");
        _signature = PlaceOf("@signature");
    }

    /// <summary>Writes the rows of one item, over those of the same key, in the connection's transaction.</summary>
    /// <exception cref="SqliteException">The database refuses.</exception>
    public void Write(TenantId tenant, long itemKey, IReadOnlyList<FieldRow> rows)
    {
        raw.sqlite3_bind_int(_statement, _tenant, tenant.Value);
        raw.sqlite3_bind_int64(_statement, _item, itemKey);
        foreach (var row in rows)
        {
            Write(row);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Write(in FieldRow row)
    {
        raw.sqlite3_bind_int(_statement, _state, row.State);
        raw.sqlite3_bind_int(_statement, _field, row.FieldId);
        raw.sqlite3_bind_int(_statement, _culture, row.CultureId);
        raw.sqlite3_bind_int(_statement, _ordinal, row.Ordinal);
        raw.sqlite3_bind_int(_statement, _type, row.TypeId);
        Bind(_value, row.Value);
        if (row.SortKey is null)
        {
            raw.sqlite3_bind_null(_statement, _sort);
        }
        else
        {
            Bind(_sort, row.SortKey);
        }

        raw.sqlite3_bind_int(_statement, _visibility, row.Visibility);
        raw.sqlite3_bind_int64(_statement, _signature, row.Signature);
        var outcome = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (outcome != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(outcome, _database);
        }
    }

    // No bytes are still bytes: an empty span alone would be bound as null.
    private void Bind(int place, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            raw.sqlite3_bind_zeroblob(_statement, place, 0);
        }
        else
        {
            raw.sqlite3_bind_blob(_statement, place, bytes);
        }
    }

    private int PlaceOf(string parameter) => raw.sqlite3_bind_parameter_index(_statement, parameter);
}
