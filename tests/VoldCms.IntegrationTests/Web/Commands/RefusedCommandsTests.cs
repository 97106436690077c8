using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Commands;

/// <summary>Of a command that is refused nothing stays: where nothing was, nothing is; what was there is the same byte for byte.</summary>
public sealed class RefusedCommandsTests
{
    private const string Recipe =
        """{ "name": "Small", "issetuprecipe": true, "steps": [ { "name": "media","""
        + """ "Files": [ { "TargetPath": "a.pdf", "Base64": "JVBERg==" } ] } ] }""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What is wrong with each backup, and a piece of the line that says so.</summary>
    public static (string What, string Said)[] Broken { get; } =
    [
        ("no zip", "is no backup, or only a part of one"),
        ("truncated", "is no backup, or only a part of one"),
        ("empty", "holds no 'database/migrations.txt'; expected a file that `backup` has written"),
        ("newer", "ends with 'Later'"),
        ("of before", "is of a version before the first release"),
        ("a table gone", "holds no 'database/tenants.jsonl'"),
        ("other columns", "has the columns"),
        ("a row cut off", "Line 2 of 'database/tenants.jsonl' cannot be read"),
        ("a row twice", "Line 3 of 'database/tenants.jsonl' is refused by the database"),
        ("a file that climbs", "holds a file 'files/media/../../out.txt' that belongs nowhere"),
        ("a file among the keys", "holds a file 'files/media/../keys/out.xml' that belongs nowhere"),
        ("a file of no folder", "holds a file 'files/out.txt' that belongs nowhere"),
        ("a file twice", "holds two files 'files/media/prove/a.pdf'"),
    ];

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_refused_restore_leaves_what_was_there(DatabaseProvider provider)
    {
        await using var source = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var target = await TestDatabase.CreateAsync(provider);
        await using var files = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var backup = await MakeAsync(source, files.Directory);

        // What the archive's reader says is the same on either; a server is asked about what comes to its database.
        foreach (var (what, said) in Broken.Where(broken => provider == DatabaseProvider.Sqlite || broken.What is "newer" or "a row twice"))
        {
            var broken = Path.Combine(files.Directory, $"{what}.zip");
            await BreakAsync(backup, broken, what);
            await AssertRefusedAsync(target, said, "restore", broken, "--yes");
            Assert.Empty(Directory.EnumerateFileSystemEntries(target.Directory));
            Assert.Empty(await TablesAsync(target, 'r', 'S'));
            Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(target.Directory)!, "out.txt")));
        }

        Directory.Delete(target.Directory);
        await AssertRefusedAsync(target, "is refused by", "restore", Path.Combine(files.Directory, "a row twice.zip"), "--yes");
        Assert.False(Directory.Exists(target.Directory));
        Directory.CreateDirectory(target.Directory);

        await AssertDoneAsync(target, "restore", backup, "--yes");
        var before = await StateAsync(target);
        foreach (var (what, said) in Broken.Where(broken => broken.What is "newer" or "a row twice"))
        {
            await AssertRefusedAsync(target, said, "restore", Path.Combine(files.Directory, $"{what}.zip"), "--yes");
            Assert.Equal(before, await StateAsync(target));
        }
    }

    /// <summary>One that a site was in, and is not any more, is not begun anew by a refusal either.</summary>
    [Fact]
    public async Task A_refused_restore_into_a_lost_database_leaves_it_lost()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var files = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var backup = await MakeAsync(database, files.Directory);
        var broken = Path.Combine(files.Directory, "broken.zip");
        await BreakAsync(backup, broken, "a row twice");
        await using (new FileStream(Path.Combine(database.Directory, "voldcms.db"), FileMode.Truncate)) { }
        var before = await StateAsync(database);

        await AssertRefusedAsync(database, "is refused by the database", "restore", broken, "--yes");

        Assert.Equal(before, await StateAsync(database));
        Assert.Contains("restore a backup", (await RunAsync(database, "tenant", "list")).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_refused_command_makes_no_database(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var files = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var recipe = Path.Combine(files.Directory, "small.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe, Stop);
        var refused = Path.Combine(files.Directory, "refused.recipe.json");
        await File.WriteAllTextAsync(refused, Recipe.Replace("a.pdf", "../a.pdf", StringComparison.Ordinal), Stop);
        var there = Path.Combine(files.Directory, "there.zip");
        await File.WriteAllTextAsync(there, "", Stop);
        string[][] commands =
        [
            ["recipe", "run", recipe, "--tenant", "nobody"],
            ["tenant", "create", "prove", "--recipe", "Nobody"],
            ["tenant", "create", "prove", "--recipe", refused],
            ["tenant", "remove", "nobody", "--yes"],
            ["backup", there],
        ];
        foreach (var arguments in commands)
        {
            Assert.Equal(1, (await RunAsync(database, arguments)).Code);
            Assert.Empty(Directory.EnumerateFileSystemEntries(database.Directory));
            Assert.Empty(await TablesAsync(database, 'r', 'S'));
        }
    }

    [Fact]
    public async Task A_restore_into_a_database_that_cannot_be_reached_leaves_an_empty_folder_empty()
    {
        await using var source = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var target = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var files = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var backup = await MakeAsync(source, files.Directory);

        foreach (var connection in new[] { "Host=127.0.0.1;Port=1;Username=nobody", "" })
        {
            var (code, _, errors) = await HostProgram.RunAsync(
                target,
                "",
                [new("VoldCms:Database:Provider", "PostgreSql"), new("ConnectionStrings:VoldCms", connection)],
                ["restore", backup, "--yes"],
                Stop
            );
            Assert.Equal(1, code);
            Assert.Single(errors.TrimEnd().Split('\n'));
            Assert.Empty(Directory.EnumerateFileSystemEntries(target.Directory));
        }
    }

    /// <returns>A backup of a tenant with a file.</returns>
    private static async Task<string> MakeAsync(TestDatabase database, string folder)
    {
        var recipe = Path.Combine(folder, "made.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe, Stop);
        await AssertDoneAsync(database, "tenant", "create", "prove", "--recipe", recipe);
        var backup = Path.Combine(folder, "whole.zip");
        await AssertDoneAsync(database, "backup", backup);
        return backup;
    }

    private static async Task BreakAsync(string backup, string broken, string what)
    {
        if (what == "no zip")
        {
            await File.WriteAllTextAsync(broken, "a letter", Stop);
            return;
        }

        var bytes = await File.ReadAllBytesAsync(backup, Stop);
        await File.WriteAllBytesAsync(broken, what == "truncated" ? bytes[..(bytes.Length / 2)] : bytes, Stop);
        if (what == "truncated")
        {
            return;
        }

        await using var zip = await ZipFile.OpenAsync(broken, ZipArchiveMode.Update, Stop);
        switch (what)
        {
            case "empty":
                zip.Entries.ToList().ForEach(entry => entry.Delete());
                break;
            case "newer":
                await RewriteAsync(zip, "database/migrations.txt", text => $"{text}\nLater");
                break;
            case "of before":
                zip.GetEntry("database/migrations.txt")!.Delete();
                break;
            case "a table gone":
                zip.GetEntry("database/tenants.jsonl")!.Delete();
                break;
            case "other columns":
                await RewriteAsync(zip, "database/accounts.jsonl", _ => "[\"tenant_id\"]\n");
                break;
            case "a row cut off":
                await RewriteAsync(zip, "database/tenants.jsonl", text => text.TrimEnd()[..^5]);
                break;
            case "a row twice":
                await RewriteAsync(zip, "database/tenants.jsonl", text => text + text.TrimEnd().Split('\n')[^1] + "\n");
                break;
            case "a file that climbs":
                zip.CreateEntry("files/media/../../out.txt");
                break;
            case "a file among the keys":
                zip.CreateEntry("files/media/../keys/out.xml");
                break;
            case "a file of no folder":
                zip.CreateEntry("files/out.txt");
                break;
            case "a file twice":
                zip.CreateEntry("files/media/prove/a.pdf");
                break;
            default:
                throw new ArgumentException($"Nobody knows how to break it by '{what}'.", nameof(what));
        }
    }

    private static async Task RewriteAsync(ZipArchive zip, string name, Func<string, string> change)
    {
        string text;
        using (var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Stop)))
        {
            text = await reader.ReadToEndAsync(Stop);
        }

        zip.GetEntry(name)!.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Stop));
        await writer.WriteAsync(change(text));
    }

    /// <summary>The names and bytes of all that is in the data directory, and the rows of a server's tables.</summary>
    private static async Task<string> StateAsync(TestDatabase database)
    {
        var state = new StringBuilder();
        foreach (
            var path in Directory
                .EnumerateFileSystemEntries(database.Directory, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var bytes = File.Exists(path) ? await File.ReadAllBytesAsync(path, Stop) : [];
            state.AppendLine(CultureInfo.InvariantCulture, $"{path} {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        }

        foreach (var table in await TablesAsync(database, 'r'))
        {
            state.AppendLine(
                CultureInfo.InvariantCulture,
                $"{table} {string.Join('|', await AskAsync(database, $"SELECT t::text FROM {table} t ORDER BY 1"))}"
            );
        }

        return state.ToString();
    }

    private static async Task<List<string>> TablesAsync(TestDatabase database, params char[] kinds) =>
        database.Provider == DatabaseProvider.Sqlite
            ? []
            : await AskAsync(
                database,
                $"SELECT quote_ident(relname) FROM pg_class WHERE relkind IN ('{string.Join("', '", kinds)}') "
                    + "AND relnamespace = 'public'::regnamespace ORDER BY 1"
            );

    private static async Task<List<string>> AskAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Settings["ConnectionStrings:VoldCms"]);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var found = new List<string>();
        while (await rows.ReadAsync(Stop))
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    private static async Task AssertRefusedAsync(TestDatabase database, string said, params string[] arguments)
    {
        var (code, _, errors) = await RunAsync(database, arguments);
        Assert.Contains(said, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    private static async Task AssertDoneAsync(TestDatabase database, params string[] arguments)
    {
        var (code, _, errors) = await RunAsync(database, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {errors}");
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        HostProgram.RunAsync(database, "", [], arguments, Stop);
}
