namespace VoldCms.ArchitectureTests;

/// <summary>
/// CSharpier lays out what it can; what is left over 140 columns are texts, comments and markup. The allowed number only falls.
/// </summary>
public sealed class LineTests
{
    private const int Longest = 140;

    [Theory]
    [InlineData("src", 65)]
    [InlineData("tests", 69)]
    [InlineData("bench", 0)]
    public void Long_lines_get_fewer(string folder, int allowed)
    {
        var found = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !IsGenerated(file))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, Number: index + 1)))
            .Where(line => line.line.Length > Longest)
            .Select(line => $"{Path.GetRelativePath(Repository.Root, line.file)}:{line.Number}")
            .ToList();

        Assert.True(
            found.Count <= allowed,
            $"{found.Count} lines over {Longest} columns in {folder}, {allowed} are allowed:\n" + string.Join('\n', found)
        );
    }

    private static bool IsGenerated(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "VoldCms.Migrations" or "node_modules");
}
