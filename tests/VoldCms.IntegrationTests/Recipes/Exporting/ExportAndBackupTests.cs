using VoldCms.Data.Databases;
using VoldCms.IntegrationTests.Web;

namespace VoldCms.IntegrationTests.Recipes.Exporting;

/// <summary>What goes out comes in again, as a shell sees it: a tenant as a recipe, the installation as a file.</summary>
public sealed class ExportAndBackupTests
{
    private const string OnlySame = @"\n\d+ same(, \d+ warnings?)?\s*$";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Tonsberg")]
    [InlineData(DatabaseProvider.Sqlite, "Stavanger")]
    [InlineData(DatabaseProvider.Sqlite, "Porsgrunn")]
    [InlineData(DatabaseProvider.Sqlite, "Mosseregionen")]
    [InlineData(DatabaseProvider.PostgreSql, "Tonsberg")]
    public async Task An_exported_tenant_changes_nothing_here_and_makes_the_same_tenant_elsewhere(DatabaseProvider provider, string recipe)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (first, second) = (Path.Combine(database.Directory, "first.json"), Path.Combine(database.Directory, "second.json"));
        await DoneAsync(database, "tenant", "create", "Fra", "--recipe", recipe);
        await DoneAsync(database, "recipe", "export", "--tenant", "Fra", "--output", first);
        Assert.Matches(OnlySame, await DoneAsync(database, "recipe", "run", first, "--tenant", "Fra"));

        await DoneAsync(database, "tenant", "create", "Til");
        await DoneAsync(database, "recipe", "run", first, "--tenant", "Til");
        Assert.Matches(OnlySame, await DoneAsync(database, "recipe", "run", first, "--tenant", "Til"));
        await DoneAsync(database, "recipe", "export", "--tenant", "Til", "--output", second);

        var exported = await File.ReadAllTextAsync(first, Stop);
        Assert.True(
            exported.IndexOf("\"name\": \"feature\"", StringComparison.Ordinal) is var feature and > 0
                && feature < exported.IndexOf("\"name\": \"settings\"", StringComparison.Ordinal)
        );
        Assert.Equal(exported.Replace("FraExport", "TilExport", StringComparison.Ordinal), await File.ReadAllTextAsync(second, Stop));
    }

    [Fact]
    public async Task Chosen_types_go_out_and_in_again_without_a_change()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(database.Directory, "measures.json");
        await DoneAsync(database, "tenant", "create", "Fra", "--recipe", "Stavanger");

        await DoneAsync(database, "content", "export", "--tenant", "Fra", "--type", "Measure", "--output", file);

        Assert.Contains("41 same", await DoneAsync(database, "content", "import", file, "--tenant", "Fra"), StringComparison.Ordinal);
        var (code, _, errors) = await RunAsync(database, "content", "export", "--tenant", "Fra", "--type", "Nobody");
        Assert.Equal(1, code);
        Assert.Equal("There is no content type 'Nobody' in the tenant 'Fra'.", errors.Trim());
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_backup_brings_database_and_files_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var elsewhere = await TestDatabase.CreateAsync(provider);
        var backup = Path.Combine(elsewhere.Directory, "backup.zip");
        await DoneAsync(database, "tenant", "create", "Fra", "--recipe", "Stavanger");
        var picture = Path.Combine(database.Directory, "media", "fra", "bilde.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await File.WriteAllTextAsync(picture, "et bilde", Stop);
        await DoneAsync(database, "backup", backup);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(backup) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        await DoneAsync(database, "tenant", "remove", "Fra", "--yes");
        Assert.False(File.Exists(picture));
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await File.WriteAllTextAsync(picture, "et annet", Stop);
        await File.WriteAllTextAsync(picture + ".ny", "kom senere", Stop);
        Assert.Equal(1, (await RunAsync(database, "restore", backup)).Code);
        await DoneAsync(database, "restore", backup, "--yes");

        Assert.Contains("Fra\tRunning", await DoneAsync(database, "tenant", "list"), StringComparison.Ordinal);
        Assert.Equal("et bilde", await File.ReadAllTextAsync(picture, Stop));
        Assert.False(File.Exists(picture + ".ny"));
        Assert.Equal(1, (await RunAsync(database, "backup", backup)).Code);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_in_one_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(database.Directory, "no.zip");
        await File.WriteAllTextAsync(file, "ikke en zip", Stop);

        foreach (var name in new[] { file, Path.Combine(database.Directory, "gone.zip") })
        {
            var (code, _, errors) = await RunAsync(database, "restore", name, "--yes");
            Assert.Equal(1, code);
            Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static async Task<string> DoneAsync(TestDatabase database, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(database, arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {errors}");
        return output;
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) =>
        HostProgram.RunAsync(database, "", [], arguments, Stop);
}
