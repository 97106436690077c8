using System.Security.Cryptography;

namespace VoldCms.ArchitectureTests;

/// <summary>
/// A migration that has been released is kept as it is: databases and backups that it has made are opened by what comes after it.
/// </summary>
public sealed class MigrationTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, Rooms.FolderOf(Rooms.Migrations));

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public void They_begin_with_those_that_have_been_released(string database)
    {
        var released = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "releases", "migrations.txt"))
            .Where(line => line.StartsWith($"{database}/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(released);
        Assert.Equal(
            released,
            FilesOf(database).Take(released.Count).Select(file => $"{database}/{Path.GetFileName(file)} {HashOf(file)}")
        );
    }

    /// <summary>A backup names them without the moment, for it is restored on either kind of database.</summary>
    [Fact]
    public void Both_kinds_of_database_have_the_same_ones_in_the_same_order() =>
        Assert.Equal(FilesOf("Sqlite").Select(NameOf), FilesOf("PostgreSql").Select(NameOf));

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file).Split('_', 2)[1];

    private static IEnumerable<string> FilesOf(string database) =>
        Directory
            .EnumerateFiles(Path.Combine(s_folder, database), "*_*.cs")
            .Where(file => !file.EndsWith(".Designer.cs", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
