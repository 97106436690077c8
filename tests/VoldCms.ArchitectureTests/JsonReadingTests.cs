using System.Text.RegularExpressions;

namespace VoldCms.ArchitectureTests;

/// <summary>Texts of JSON trees are read in one place, which throws for nothing.</summary>
public sealed partial class JsonReadingTests
{
    [Fact]
    public void Nobody_but_the_lenient_reader_asks_a_node_for_its_text()
    {
        var found = Rooms
            .Sources("src")
            .Where(file => Path.GetFileName(file) != "LenientJson.cs" && AsksForText().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));

        Assert.Empty(found);
    }

    [GeneratedRegex(@"\.(?:Try)?GetValue<string>\(")]
    private static partial Regex AsksForText();
}
