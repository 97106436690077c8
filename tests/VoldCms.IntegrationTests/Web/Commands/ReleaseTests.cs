using System.Formats.Tar;
using System.IO.Compression;
using VoldCms.Data.Databases;
using Xunit;

namespace VoldCms.IntegrationTests.Web.Commands;

/// <summary>What each named release has left (tests/releases) is opened and restored by today's program.</summary>
public sealed class ReleaseTests
{
    private static readonly string s_releases = Path.Combine(Repository.Root, "tests", "releases");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string>> Releases =>
        Directory.GetDirectories(s_releases).Select(folder => new TheoryDataRow<string>(Path.GetFileName(folder)));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Releases))]
    public async Task Its_data_directory_opens_and_its_backup_says_the_same_on_either_database(string release)
    {
        await using var opened = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using (var packed = File.OpenRead(Path.Combine(s_releases, release, "data.tar.gz")))
        await using (var tar = new GZipStream(packed, CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(tar, opened.Directory, overwriteFiles: true, Stop);
        }

        var exported = await ExportAsync(opened);
        Assert.Contains("Prøve kommune", exported, StringComparison.Ordinal);
        Assert.Contains("bilder/prøve.pdf", exported, StringComparison.Ordinal);
        Assert.Contains("prove", await DoneAsync(opened, "apikey", "list", "--tenant", "Prove"), StringComparison.Ordinal);
        await using (var site = RunningProgram.Start(opened, opened.Directory))
        {
            await site.WaitUntilReadyAsync();
            Assert.Equal(200, (await site.GetAsync("/prove/nb")).Status);
        }

        foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
        {
            if (provider == DatabaseProvider.PostgreSql && !PostgreSqlServer.IsInstalled)
            {
                continue;
            }

            await using var restored = await TestDatabase.CreateAsync(provider);
            await DoneAsync(restored, "restore", Path.Combine(s_releases, release, "backup.zip"), "--yes");
            Assert.Equal(exported, await ExportAsync(restored));
        }
    }

    [Fact]
    public async Task The_program_says_which_release_it_is_and_where_it_is_from()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);

        Assert.Matches(@"^\d+\.\d+\.\d+(-[a-z0-9.]+)?(\+[0-9a-f]{40})?\s*$", await DoneAsync(database, "--version"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(database.Directory));
    }

    private static Task<string> ExportAsync(TestDatabase database) => DoneAsync(database, "recipe", "export", "--tenant", "Prove");

    private static async Task<string> DoneAsync(TestDatabase database, params string[] arguments)
    {
        var (code, output, errors) = await HostProgram.RunAsync(database, "", [], arguments, Stop);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {errors}");
        return output;
    }
}
