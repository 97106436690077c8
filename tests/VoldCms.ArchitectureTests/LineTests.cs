namespace VoldCms.ArchitectureTests;

/// <summary>CSharpier lays out the C# that it can; texts, comments, markup and scripts are broken by hand.</summary>
public sealed class LineTests
{
    private const int Longest = 140;

    private static readonly string[] s_handwritten = [".cs", ".cshtml", ".css", ".js", ".mjs", ".sh"];

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    public void No_line_is_longer_than_can_be_read(string folder)
    {
        var found = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => s_handwritten.Contains(Path.GetExtension(file)) && !IsGenerated(file))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, Number: index + 1)))
            .Where(line => line.line.Length > Longest)
            .Select(line => $"{Path.GetRelativePath(Repository.Root, line.file)}:{line.Number}")
            .ToList();

        Assert.True(found.Count == 0, $"{found.Count} lines over {Longest} columns in {folder}:\n" + string.Join('\n', found));
    }

    private static bool IsGenerated(string file) =>
        file.Split(Path.DirectorySeparatorChar)
            .Any(folder => folder is "obj" or "bin" or "wwwroot" or "VoldCms.Migrations" or "node_modules");
}
