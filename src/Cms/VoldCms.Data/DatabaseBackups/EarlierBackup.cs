using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VoldCms.ContentManagement.Storage;
using VoldCms.Data.Databases;
using VoldCms.Data.Databases.Sqlite;
using VoldCms.Data.Writing;

namespace VoldCms.Data.DatabaseBackups;

/// <summary>
/// A backup of an earlier release as one of today's: its rows go into an SQLite file of their own that has been migrated as far as they
/// are, the rest of the migrations run there, and what comes out is an archive that either database takes. The file is gone when this is
/// disposed.
/// </summary>
internal sealed class EarlierBackup : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private EarlierBackup(DirectoryInfo folder, ZipArchive archive)
    {
        _folder = folder;
        Archive = archive;
    }

    /// <summary>The tables as today's program has them.</summary>
    public ZipArchive Archive { get; }

    /// <param name="archive">Names the first migrations of this build, and holds rows of their tables.</param>
    /// <param name="target">The database that the rows are for; nothing of it is touched.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidDataException">A table or a row is not what those migrations have made.</exception>
    public static async Task<EarlierBackup> OpenAsync(ZipArchive archive, Database target, CancellationToken cancellationToken)
    {
        // For its owner alone, as everything is that holds hashes.
        var folder = Directory.CreateTempSubdirectory("voldcms-restore-");
        try
        {
            await using var between = Begin(folder, target);
            var backup = new DatabaseBackup(between, new NameNumbers(between));
            var tables = await MigrateAsFarAsync(
                between,
                await DatabaseBackup.ReadSchemaAsync(archive, cancellationToken),
                cancellationToken
            );
            await backup.FillAsync(archive, tables, cancellationToken);
            await using (var context = between.CreateContext(tenant: null))
            {
                await context.Database.MigrateAsync(cancellationToken);
            }

            var file = Path.Combine(folder.FullName, "today.zip");
            await using (var stream = PrivateFiles.Open(file))
            {
                using var today = new ZipArchive(stream, ZipArchiveMode.Create);
                await backup.WriteAsync(today, cancellationToken);
            }

            return new(folder, await ZipFile.OpenReadAsync(file, cancellationToken));
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        Archive.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static SqliteDatabase Begin(DirectoryInfo folder, Database target) =>
        new(
            new DatabaseOptions
            {
                ConnectionString = new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(folder.FullName, "between.db"),
                }.ConnectionString,
                DataDirectory = folder.FullName,
                MigrationsAssembly = target.Options.MigrationsAssembly,
            },
            target.Contributions
        );

    /// <returns>The tables that a backup holds, as the last of those migrations has left them.</returns>
    private static async Task<IReadOnlyList<BackupTable>> MigrateAsFarAsync(
        SqliteDatabase database,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        await using (PrivateFiles.Open(Path.Combine(database.Options.DataDirectory, "between.db"))) { }

        await using var context = database.CreateContext(tenant: null);
        var migrations = context.GetService<IMigrationsAssembly>();
        var last = database.Migrations[names.Count - 1];
        await context.GetService<IMigrator>().MigrateAsync(last, cancellationToken);
        var model = migrations.CreateMigration(migrations.Migrations[last], context.Database.ProviderName!).TargetModel;
        return BackupTable.Of(context.GetService<IModelRuntimeInitializer>().Initialize(model, designTime: true, validationLogger: null));
    }
}
