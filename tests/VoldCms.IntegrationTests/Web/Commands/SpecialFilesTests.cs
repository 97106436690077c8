using System.IO.Compression;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Commands;

/// <summary>
/// Pipes, sockets and devices where files are expected: who opens a pipe waits for its other end, so none is opened. It is passed over, and
/// told, or what needed a file is refused in one line.
/// </summary>
public sealed class SpecialFilesTests
{
    private const int Patience = 300_000;

    private const string Recipe = """
        { "name": "Small", "issetuprecipe": true, "steps": [
          { "name": "media", "Files": [ { "TargetPath": "a.pdf", "Base64": "JVBERg==" } ] } ] }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>And so is, of an export, what differs by case alone from another: no recipe may bring both.</summary>
    [Fact(Timeout = Patience)]
    public async Task In_the_media_folder_they_are_left_out_of_an_export_and_a_backup_and_told()
    {
        await using var database = await MakeAsync();
        await using var elsewhere = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var media = Path.Combine(database.Directory, "media", "prove");
        await SpecialFiles.MakePipeAsync(Path.Combine(media, "pipe.pdf"), Stop);
        SpecialFiles.MakeSocket(Path.Combine(media, "socket.pdf"));
        File.Copy(Path.Combine(media, "a.pdf"), Path.Combine(media, "A.pdf"));
        File.CreateSymbolicLink(Path.Combine(media, "device.pdf"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(media, "nowhere.pdf"), "gone.pdf");
        File.CreateSymbolicLink(Path.Combine(media, "b.pdf"), "a.pdf");
        Directory.CreateSymbolicLink(Path.Combine(media, "round"), "..");
        var (backup, export) = (Path.Combine(elsewhere.Directory, "b.zip"), Path.Combine(elsewhere.Directory, "e.json"));

        var exported = await DoneAsync(database, "recipe", "export", "--tenant", "prove", "--output", export);
        var backedUp = await DoneAsync(database, "backup", backup);

        foreach (var name in new[] { "pipe.pdf", "socket.pdf", "device.pdf", "nowhere.pdf", "b.pdf", "round" })
        {
            Assert.Contains($"warning: Not in the export: '{name}' in the media library's folder", exported, StringComparison.Ordinal);
        }

        Assert.Contains("Not in the export: the file 'a.pdf', for there is 'A.pdf'", exported, StringComparison.Ordinal);
        foreach (var name in new[] { "pipe.pdf", "socket.pdf", "device.pdf", "nowhere.pdf", "round" })
        {
            Assert.Contains($"warning: Not in the backup: 'media/prove/{name}'", backedUp, StringComparison.Ordinal);
        }

        await using var zip = await ZipFile.OpenReadAsync(backup, Stop);
        Assert.Equal(
            ["files/media/prove/A.pdf", "files/media/prove/a.pdf", "files/media/prove/b.pdf"],
            zip.Entries.Select(entry => entry.FullName)
                .Where(name => name.StartsWith("files/media/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        await DoneAsync(database, "restore", backup, "--yes");
        Assert.Equal(3, Directory.GetFiles(media).Length);
    }

    [Theory(Timeout = Patience)]
    [InlineData("voldcms.db", "The database cannot be used: '", "/voldcms.db' is no regular file; expected the database's file.")]
    [InlineData("voldcms.db.lock", "The database cannot be used: ", "/voldcms.db.lock' is no regular file.")]
    [InlineData("keys/key-1.xml", "'", "/keys/key-1.xml' is no regular file; expected a key that the program has made.")]
    [InlineData("Localization/nb.po", "The texts cannot be read: '", "/Localization/nb.po' is no regular file.")]
    public async Task In_the_data_directory_they_stop_a_start_in_one_line(string name, string start, string reason)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await PutPipeAsync(database, name);

        var (code, _, errors) = await RunAsync(database, "tenant", "list");

        var line = Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    /// <summary>What is one tenant's, or nobody's, stops no start.</summary>
    [Fact(Timeout = Patience)]
    public async Task Elsewhere_they_stop_nothing()
    {
        await using var database = await MakeAsync();
        string[] places =
        [
            "Sites/prove/Localization/nb.po",
            "unfinished/0123",
            "restore-0123/media/a.pdf",
            "media/prove/pipe.pdf",
            "other.recipe.json",
        ];
        foreach (var name in places)
        {
            await PutPipeAsync(database, name);
        }

        await DoneAsync(database, "tenant", "create", "second", "--recipe", "Small");
    }

    [Fact(Timeout = Patience)]
    public async Task Given_to_a_command_as_its_file_they_are_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var pipe = await SpecialFiles.MakePipeAsync(Path.Combine(database.Directory, "pipe.recipe.json"), Stop);
        string[][] commands =
        [
            ["restore", pipe, "--yes"],
            ["backup", pipe],
            ["recipe", "run", pipe, "--tenant", "prove"],
            ["content", "import", pipe, "--tenant", "prove"],
            ["recipe", "export", "--tenant", "prove", "--output", pipe],
            ["tenant", "create", "second", "--recipe", pipe],
        ];
        foreach (var arguments in commands)
        {
            var (code, _, errors) = await RunAsync(database, arguments);
            Assert.Contains("is no regular file", Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
            Assert.NotEqual(0, code);
        }
    }

    private static async Task PutPipeAsync(TestDatabase database, string name)
    {
        var path = Path.Combine(database.Directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await SpecialFiles.MakePipeAsync(path, Stop);
    }

    private static async Task<TestDatabase> MakeAsync()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(database.Directory, "small.recipe.json"), Recipe, Stop);
        await DoneAsync(database, "tenant", "create", "prove", "--recipe", "Small");
        return database;
    }

    /// <returns>What was warned of.</returns>
    private static async Task<string> DoneAsync(TestDatabase database, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(database, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {errors}");
        return output + errors;
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        HostProgram.RunAsync(database, "", [new("Recipes:Directories:0", database.Directory)], arguments, Stop);
}
