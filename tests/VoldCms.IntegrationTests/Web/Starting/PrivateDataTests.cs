using System.Runtime.Versioning;
using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Recipes;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Starting;

/// <summary>What the program writes is readable by its own user alone, whatever the umask is, and what was looser is tightened.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateDataTests
{
    private const UnixFileMode OfFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A picture in an export, so that there is media too.
    private const string Recipe = """
        { "name": "Small", "issetuprecipe": true, "steps": [
          { "name": "media", "Files": [ { "TargetPath": "deep/down/a.pdf", "Base64": "aGVp" } ] } ] }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_in_the_data_directory_is_open_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes on Windows.");
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var elsewhere = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var recipes = Directory.CreateDirectory(Path.Combine(elsewhere.Directory, "recipes")).FullName;
        await File.WriteAllTextAsync(Path.Combine(recipes, "small.recipe.json"), Recipe, Stop);
        File.SetUnixFileMode(database.Directory, (UnixFileMode)0b111_111_111);
        var texts = Directory.CreateDirectory(Path.Combine(database.Directory, "Sites", "prove", "Localization")).FullName;
        await File.WriteAllTextAsync(Path.Combine(texts, "nb.po"), "msgid \"\"\nmsgstr \"\"\n", Stop);
        OpenToAll(database.Directory);

        var (backup, export) = (Path.Combine(elsewhere.Directory, "b.zip"), Path.Combine(elsewhere.Directory, "e.json"));
        await RunAsync(database, recipes, "tenant", "create", "prove", "--recipe", "Small");
        await using (var site = Start(database, recipes, "--urls", "http://127.0.0.1:0"))
        {
            await site.WaitUntilReadyAsync();
            await RunAsync(database, recipes, "backup", backup);
            await RunAsync(database, recipes, "recipe", "export", "--tenant", "prove", "--output", export);

            Assert.Empty(Open(database.Directory));
            Assert.Contains($"{Path.Combine(database.Directory, "voldcms.db-wal")}", Directory.EnumerateFiles(database.Directory));
            Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(database.Directory, "keys")));
            Assert.Equal(
                "hei",
                await File.ReadAllTextAsync(Path.Combine(database.Directory, "media", "prove", "deep", "down", "a.pdf"), Stop)
            );
        }

        Assert.Equal((OfFiles, OfFiles), (File.GetUnixFileMode(backup), File.GetUnixFileMode(export)));
        OpenToAll(database.Directory);
        await RunAsync(database, recipes, "restore", backup, "--yes");
        await using var again = Start(database, recipes, "--urls", "http://127.0.0.1:0");
        await again.WaitUntilReadyAsync();
        Assert.Empty(Open(database.Directory));
    }

    /// <summary>A folder that holds other things is not closed to those who use them; they are told of.</summary>
    [Fact]
    public async Task A_folder_that_others_use_too_is_left_open_and_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes on Windows.");
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var others = Path.Combine(database.Directory, "others.txt");
        await File.WriteAllTextAsync(others, "somebody else's", Stop);
        OpenToAll(database.Directory);

        await using var site = Start(database, database.Directory, "--urls", "http://127.0.0.1:0");
        await site.WaitUntilReadyAsync();

        Assert.Equal([database.Directory, others], Open(database.Directory));
        Assert.Contains(
            site.Lines,
            line => line.Contains($"Others on this machine may use '{database.Directory}'", StringComparison.Ordinal)
        );
    }

    private static RunningProgram Start(TestDatabase database, string recipes, params string[] arguments) =>
        RunningProgram.StartWithUmask("000", database, recipes, arguments);

    private static async Task RunAsync(TestDatabase database, string recipes, params string[] arguments)
    {
        await using var command = Start(database, recipes, arguments);
        Assert.True(await command.EndAsync() == 0, string.Join('\n', command.Lines));
    }

    private static void OpenToAll(string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            File.SetUnixFileMode(path, (UnixFileMode)(Directory.Exists(path) ? 0b111_111_111 : 0b110_110_110));
        }
    }

    private static List<string> Open(string folder) =>
        [
            .. Directory
                .EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Append(folder)
                .Where(path => File.GetUnixFileMode(path) != (Directory.Exists(path) ? OfFiles | UnixFileMode.UserExecute : OfFiles))
                .Order(StringComparer.Ordinal),
        ];
}
