using System.IO.Compression;
using Microsoft.Data.Sqlite;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Starting;

/// <summary>A database that is damaged, gone or not ours is never begun anew, and never called healthy.</summary>
public sealed class DamagedStoreTests
{
    private const string Recipe =
        """{ "name": "Small", "issetuprecipe": true, "steps": [ { "name": "Roles","""
        + """ "Roles": [ { "Name": "Editor", "Permissions": [] } ] } ] }""";

    private const string OlderHistory = """
        DELETE FROM __EFMigrationsHistory;
        INSERT INTO __EFMigrationsHistory VALUES ('20261122011625_Initial', '10'), ('20261122013156_FormerPathsAndJobLeases', '10')
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("empty", "is empty, though a site was here: restore a backup")]
    [InlineData("gone", "is not there, though a site was here: restore a backup")]
    [InlineData("emptied", "holds nothing, though a site was here: restore a backup")]
    [InlineData("garbage", "is damaged (SQLite Error 26: 'file is not a database'.)")]
    [InlineData("overwritten", "is damaged (")]
    [InlineData("folder", "is a folder; expected the database's file.")]
    [InlineData("another's", "is another program's: it holds a table 'theirs'.")]
    [InlineData("newer", "The database has been used by a newer version of the program, which made '99991231000000_Later'")]
    [InlineData("older", "is of a version before the first release, which made '20261122011625_Initial'")]
    [InlineData("older, killed", "is of a version before the first release, which made '20261122011625_Initial'")]
    [InlineData("older, another journal", "is of a version before the first release, which made '20261122011625_Initial'")]
    public async Task A_start_on_it_says_so_in_one_line_and_changes_nothing(string what, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        if (what != "another's")
        {
            await MakeAsync(database);
        }

        var file = Path.Combine(database.Directory, "voldcms.db");
        await SpoilAsync(file, what);
        var before = await ReadAsync(file);
        var writtenAhead = await ReadAsync($"{file}-wal");

        foreach (var arguments in new[] { ["--urls=http://127.0.0.1:0"], new[] { "tenant", "list" } })
        {
            var (code, _, errors) = await RunAsync(database, arguments);
            var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith("The database cannot be used: ", line, StringComparison.Ordinal);
            Assert.Contains(expected, line, StringComparison.Ordinal);
            Assert.Equal(1, code);
        }

        Assert.Equal(before, await ReadAsync(file));
        if (what == "older, killed")
        {
            Assert.NotNull(writtenAhead);
            Assert.Equal(writtenAhead, await ReadAsync($"{file}-wal"));
        }
    }

    [Fact]
    public async Task A_restore_over_a_database_from_before_is_refused_and_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await MakeAsync(database);
        var backup = Path.Combine(database.Directory, "b.zip");
        Assert.Equal(0, (await RunAsync(database, "backup", backup)).Code);
        var file = Path.Combine(database.Directory, "voldcms.db");
        await SpoilAsync(file, "older");
        var before = await File.ReadAllBytesAsync(file, Stop);

        var (code, _, errors) = await RunAsync(database, "restore", backup, "--yes");

        Assert.Equal(1, code);
        Assert.Contains("is of a version before the first release", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Stop));
    }

    [Theory]
    [InlineData(null, "The backup is of a version before the first release: it holds no 'database/migrations.txt'.")]
    [InlineData("Initial\nLater", "'database/migrations.txt' ends with 'Later'; expected 'Editor'")]
    public async Task A_backup_of_another_version_is_refused_and_changes_nothing(string? migrations, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await MakeAsync(database);
        var backup = Path.Combine(database.Directory, "b.zip");
        Assert.Equal(0, (await RunAsync(database, "backup", backup)).Code);
        await using (var zip = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update, Stop))
        {
            zip.GetEntry("database/migrations.txt")!.Delete();
            if (migrations is not null)
            {
                await using var entry = new StreamWriter(await zip.CreateEntry("database/migrations.txt").OpenAsync(Stop));
                await entry.WriteAsync(migrations);
            }
        }

        var file = Path.Combine(database.Directory, "voldcms.db");
        var before = await File.ReadAllBytesAsync(file, Stop);

        var (code, _, errors) = await RunAsync(database, "restore", backup, "--yes");

        Assert.Equal(1, code);
        Assert.Contains(expected, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, Stop));
    }

    /// <summary>The way back that the line names.</summary>
    [Theory]
    [InlineData("empty")]
    [InlineData("gone")]
    public async Task A_restore_brings_it_back(string what)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await MakeAsync(database);
        var backup = Path.Combine(database.Directory, "b.zip");
        Assert.Equal(0, (await RunAsync(database, "backup", backup)).Code);
        await SpoilAsync(Path.Combine(database.Directory, "voldcms.db"), what);

        Assert.Equal(0, (await RunAsync(database, "restore", backup, "--yes")).Code);

        Assert.Contains("prove\tRunning", (await RunAsync(database, "tenant", "list")).Output, StringComparison.Ordinal);
    }

    /// <summary>A site that runs: ready again when the file is.</summary>
    [Theory]
    [InlineData("overwritten")]
    [InlineData("gone")]
    [InlineData("empty")]
    public async Task A_running_site_is_not_ready(string what)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await MakeAsync(database);
        await using var site = RunningProgram.Start(database, database.Directory);
        await site.WaitUntilReadyAsync();
        Assert.Equal(200, (await site.GetAsync("/health/ready")).Status);

        var file = Path.Combine(database.Directory, "voldcms.db");
        await SpoilAsync(file, what);

        // A file that is written again and again is read whole every ten seconds at most.
        var answer = (Status: 0, Body: "");
        for (var second = 0; second < 12 && answer.Status != 503; second++)
        {
            answer = await site.GetAsync("/health/ready");
            await Task.Delay(1000, Stop);
        }

        Assert.Equal(503, answer.Status);
        Assert.StartsWith("Unhealthy\nThe database cannot be read.", answer.Body, StringComparison.Ordinal);
        await site.WaitForAsync(line => line.Contains("The database cannot be read: ", StringComparison.Ordinal));
        Assert.Equal(200, (await site.GetAsync("/health/live")).Status);
    }

    private static async Task MakeAsync(TestDatabase database)
    {
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "small.recipe.json"), Recipe, Stop);
        Assert.Equal(0, (await RunAsync(database, "tenant", "create", "prove", "--recipe", "Small")).Code);
    }

    private static async Task SpoilAsync(string file, string what)
    {
        SqliteConnection.ClearAllPools();
        switch (what)
        {
            case "empty":
                await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    stream.SetLength(0);
                }

                break;
            case "gone":
                File.Delete(file);
                break;
            case "folder":
                File.Delete(file);
                Directory.CreateDirectory(file);
                break;
            case "garbage":
                await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("this is no database. ", 500)), Stop);
                break;
            case "overwritten":
                await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    stream.Position = 4096 * 3;
                    await stream.WriteAsync(Enumerable.Repeat((byte)0x5A, 4096 * 8).ToArray(), Stop);
                }

                break;
            case "emptied":
                File.Delete(file);
                await ExecuteAsync(file, "PRAGMA user_version = 1");
                break;
            case "another's":
                await ExecuteAsync(file, "CREATE TABLE theirs (id INTEGER)");
                break;
            case "newer":
                await ExecuteAsync(file, "INSERT INTO __EFMigrationsHistory VALUES ('99991231000000_Later', '99')");
                break;
            case "older":
                await ExecuteAsync(file, OlderHistory);
                break;
            case "older, killed":
                await ExecuteAsync(file, OlderHistory, isKilled: true);
                break;
            case "older, another journal":
                await ExecuteAsync(file, $"PRAGMA journal_mode = DELETE; {OlderHistory}");
                break;
            default:
                throw new ArgumentException($"Nobody knows how to spoil it by '{what}'.", nameof(what));
        }
    }

    private static async Task<byte[]?> ReadAsync(string file) => File.Exists(file) ? await File.ReadAllBytesAsync(file, Stop) : null;

    // Killed, a program leaves what was written ahead beside the file.
    private static async Task ExecuteAsync(string file, string sql, bool isKilled = false)
    {
        string[] kept = [file, $"{file}-wal"];
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Stop);
            if (!isKilled)
            {
                return;
            }

            foreach (var name in kept)
            {
                File.Copy(name, $"{name}.kept");
            }
        }

        foreach (var name in kept)
        {
            File.Move($"{name}.kept", name, overwrite: true);
        }
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        HostProgram.RunAsync(database, "", [new("Recipes:Directories:0", database.Directory)], arguments, Stop);
}
