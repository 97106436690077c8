using System.Data.Common;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using VoldCms.ContentManagement.Settings;
using VoldCms.ContentManagement.Storage;
using VoldCms.ContentManagement.Tenancy;
using VoldCms.Data.Databases;
using VoldCms.Data.Tenancy;
using VoldCms.Data.Writing;

namespace VoldCms.Data.DatabaseBackups;

/// <inheritdoc cref="IDatabaseBackup"/>
internal sealed class DatabaseBackup(Database database, NameNumbers names) : IDatabaseBackup
{
    private const string Folder = "database/";
    private const string SchemaEntry = $"{Folder}migrations.txt";

    private static readonly byte[] s_lineEnd = "\n"u8.ToArray();

    public async Task WriteAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        await using var lease = await database.OpenReadAsync(cancellationToken);
        await using var snapshot = await database.BeginSnapshotAsync(lease.Session, cancellationToken);
        lease.Session.Transaction = snapshot;
        try
        {
            await WriteSchemaAsync(archive, lease.Session, cancellationToken);
            foreach (var table in Tables())
            {
                await WriteTableAsync(archive, table, lease.Session, cancellationToken);
            }
        }
        finally
        {
            lease.Session.Transaction = null;
        }
    }

    public Task CheckAsync(ZipArchive archive, CancellationToken cancellationToken) =>
        AsOfTodayAsync(archive, CheckTablesAsync, cancellationToken);

    public Task RestoreAsync(ZipArchive archive, CancellationToken cancellationToken) =>
        AsOfTodayAsync(archive, ReplaceAsync, cancellationToken);

    // What the rows of an earlier release become is only known when they have become it.
    private async Task AsOfTodayAsync(
        ZipArchive archive,
        Func<ZipArchive, CancellationToken, Task> act,
        CancellationToken cancellationToken
    )
    {
        if (await IsOfEarlierReleaseAsync(archive, cancellationToken))
        {
            await using var today = await EarlierBackup.OpenAsync(archive, database, cancellationToken);
            await act(today.Archive, cancellationToken);
            return;
        }

        await act(archive, cancellationToken);
    }

    /// <summary>Puts the rows of an archive into tables that are there and empty; nothing else of the database is touched.</summary>
    /// <param name="archive">With rows of these tables.</param>
    /// <param name="tables">As the archive and the database have them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task FillAsync(ZipArchive archive, IReadOnlyList<BackupTable> tables, CancellationToken cancellationToken)
    {
        await using var lease = await database.BeginWriteAsync(new TenantId(0), cancellationToken);
        var numbers = new NameWriter(names, lease.Session, database);
        foreach (var table in tables)
        {
            await FillTableAsync(archive, table, lease.Session, numbers, cancellationToken);
        }

        await lease.CommitAsync(cancellationToken);
        numbers.Committed();
    }

    /// <summary>The migrations that an archive names, without their moments; empty for what names none.</summary>
    internal static async Task<IReadOnlyList<string>> ReadSchemaAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(SchemaEntry) is not { } entry)
        {
            return [];
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        using var text = new StreamReader(stream, Encoding.UTF8);
        return (await text.ReadToEndAsync(cancellationToken)).Split('\n');
    }

    private async Task CheckTablesAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        foreach (var table in Tables())
        {
            await foreach (var _ in ReadTableAsync(archive, table, cancellationToken)) { }
        }
    }

    private async Task ReplaceAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        var (tables, emptied) = (Tables(), Emptied());
        await using var lease = await database.BeginWriteAsync(new TenantId(0), cancellationToken);
        var session = lease.Session;
        await database.LockTablesAsync(session, [.. tables.Select(table => table.Name), .. emptied], cancellationToken);
        var versions = await session.ListAsync(BackupSql.LargestVersions, ReadVersions, cancellationToken);
        foreach (var table in emptied.Concat(tables.Reverse().Select(table => table.Name)))
        {
            await session.ExecuteAsync(BackupSql.Empty(table), cancellationToken);
        }

        var numbers = new NameWriter(names, session, database);
        foreach (var table in tables)
        {
            await FillTableAsync(archive, table, session, numbers, cancellationToken);
        }

        await database.ResetSequencesAsync(
            session,
            [.. tables.Where(table => table.IsNumbered).Select(table => new NumberedKey(table.Name, table.KeyColumns[0]))],
            cancellationToken
        );
        await session.ExecuteAsync(
            BackupSql.RaiseVersions,
            cancellationToken,
            new("version", versions[0].Version),
            new("configuration", versions[0].ConfigurationVersion),
            new("public", versions[0].PublicVersion)
        );
        await IndexAsync(session, numbers, cancellationToken);
        await lease.CommitAsync(cancellationToken);
        numbers.Committed();
    }

    private IReadOnlyList<BackupTable> Tables()
    {
        using var context = database.CreateContext(tenant: null);
        return BackupTable.Of(context.Model);
    }

    private IReadOnlyList<string> Emptied()
    {
        using var context = database.CreateContext(tenant: null);
        return BackupTable.Emptied(context.Model);
    }

    private static string EntryOf(BackupTable table) => $"{Folder}{table.Name}.jsonl";

    private static async Task WriteSchemaAsync(ZipArchive archive, SqlSession session, CancellationToken cancellationToken)
    {
        var names = await ListMigrationsAsync(session, cancellationToken);
        await using var entry = new StreamWriter(archive.CreateEntry(SchemaEntry, CompressionLevel.Fastest).Open());
        await entry.WriteAsync(string.Join('\n', names));
    }

    // Rows of another schema could fit the columns of this one and mean something else.
    private async Task<bool> IsOfEarlierReleaseAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        var given = await ReadSchemaAsync(archive, cancellationToken);
        if (given.Count == 0)
        {
            throw new InvalidDataException(
                Tables().Any(table => archive.GetEntry(EntryOf(table)) is not null)
                    ? $"The backup is of a version before the first release: it holds no '{SchemaEntry}'. "
                        + "Expected a backup made by this version or an earlier release; nothing has changed."
                    : $"The archive holds no '{SchemaEntry}'; expected a file that `backup` has written; nothing has changed."
            );
        }

        var expected = database.Migrations.Select(NameOf).ToList();
        return given.Count <= expected.Count && given.SequenceEqual(expected.Take(given.Count))
            ? given.Count < expected.Count
            : throw new InvalidDataException(
                $"'{SchemaEntry}' ends with '{given[^1]}'; expected '{expected[^1]}' or an earlier one of this program's, a backup made by "
                    + "this version or an earlier release; nothing has changed."
            );
    }

    private static async Task<IReadOnlyList<string>> ListMigrationsAsync(SqlSession session, CancellationToken cancellationToken) =>
        [
            .. (await session.ListAsync(KnownMigrations.Applied, static row => row.GetString(0), cancellationToken))
                .Order(StringComparer.Ordinal)
                .Select(NameOf),
        ];

    // Without the moment that it was made at, which differs between the kinds of database.
    internal static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static async Task WriteTableAsync(
        ZipArchive archive,
        BackupTable table,
        SqlSession session,
        CancellationToken cancellationToken
    )
    {
        await using var entry = archive.CreateEntry(EntryOf(table), CompressionLevel.Fastest).Open();
        await using var writer = new Utf8JsonWriter(entry, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartArray();
        foreach (var column in table.Columns)
        {
            writer.WriteStringValue(column.Name);
        }

        writer.WriteEndArray();
        await using var rows = await session.Bind(BackupSql.Read(table), []).ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            await EndLineAsync();
            RowJson.Write(writer, rows, table.Columns);
        }

        await EndLineAsync();

        async ValueTask EndLineAsync()
        {
            await writer.FlushAsync(cancellationToken);
            await entry.WriteAsync(s_lineEnd, cancellationToken);
            writer.Reset();
        }
    }

    private static async Task FillTableAsync(
        ZipArchive archive,
        BackupTable table,
        SqlSession session,
        NameWriter numbers,
        CancellationToken cancellationToken
    )
    {
        var insert = BackupSql.Insert(table, table.HasTypeNumber);
        await foreach (var (where, values) in ReadTableAsync(archive, table, cancellationToken))
        {
            SqlArgument[] arguments = table.HasTypeNumber
                ?
                [
                    .. values,
                    new(BackupTable.TypeNumber, await numbers.GetAsync((string)values[table.TypeColumn].Value!, cancellationToken)),
                ]
                : values;
            try
            {
                await session.ExecuteAsync(insert, cancellationToken, arguments);
            }
            catch (Exception refused) when (refused is StoreConflictException or DbException)
            {
                throw new InvalidDataException($"{where} is refused by the database: {refused.Message}; nothing has changed.", refused);
            }
        }
    }

    private static async IAsyncEnumerable<(string Where, SqlArgument[] Values)> ReadTableAsync(
        ZipArchive archive,
        BackupTable table,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var name = EntryOf(table);
        var entry =
            archive.GetEntry(name)
            ?? throw new InvalidDataException(
                $"The archive holds no '{name}'; expected a backup made by this version; nothing has changed."
            );
        await using var stream = await entry.OpenAsync(cancellationToken);
        using var lines = new StreamReader(stream, Encoding.UTF8);
        var given = await lines.ReadLineAsync(cancellationToken) ?? "[]";
        if (!table.Columns.Select(column => column.Name).SequenceEqual(ReadHeader(given, name)))
        {
            throw new InvalidDataException(
                $"'{name}' has the columns {given}; expected a backup made by this version; nothing has changed."
            );
        }

        for (var number = 2; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            var where = $"Line {number} of '{name}'";
            var values = RowJson.Read(line, table.Columns, where);
            if (table.HasTypeNumber && values[table.TypeColumn].Value is not string)
            {
                throw new InvalidDataException($"{where} has no content type.");
            }

            yield return (where, values);
        }
    }

    private static string[] ReadHeader(string line, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(line) ?? [];
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"Line 1 of '{name}' is no list of columns.", broken);
        }
    }

    private async Task IndexAsync(SqlSession session, NameWriter numbers, CancellationToken cancellationToken)
    {
        var tenants = await session.ListAsync(BackupSql.Tenants, static row => new TenantId(row.GetInt32(0)), cancellationToken);
        foreach (var tenant in tenants)
        {
            var documents = await TenantDocumentReader.ReadAsync(session, tenant, cancellationToken);
            var configuration = TenantConfiguration.Read(documents.ConfigurationVersion, documents.Documents);
            var indexer = new ItemIndexer(database, session, numbers, tenant);
            var items = await session.ListAsync(
                BackupSql.LiveItems,
                static row => row.GetInt64(0),
                cancellationToken,
                new SqlArgument("tenant", tenant.Value)
            );
            foreach (var itemKey in items)
            {
                var live = await LiveVersionRows.LoadByKeyAsync(session, tenant, itemKey, cancellationToken);
                await indexer.WriteAsync(live, new HashSet<string>(), isNew: true, configuration, cancellationToken);
            }
        }
    }

    private static TenantVersions ReadVersions(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
}
