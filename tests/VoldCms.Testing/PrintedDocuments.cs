using Xunit;

namespace VoldCms.Testing;

/// <summary>The texts of the municipalities' own documents, which lie beside the repository.</summary>
public static class PrintedDocuments
{
    /// <summary>A document's lines; the calling test is skipped, by name, where the texts are not at hand.</summary>
    /// <param name="number">What the text's file begins with, such as <c>002</c>.</param>
    public static IReadOnlyList<string> Read(string number)
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "seeds");
        var file = Directory.Exists(folder) ? Directory.GetFiles(folder, $"{number}_*.txt").SingleOrDefault() : null;
        Assert.SkipUnless(file is not null, $"The text {number} is not at hand: ../shared is absent.");
        return File.ReadAllLines(file!);
    }
}
