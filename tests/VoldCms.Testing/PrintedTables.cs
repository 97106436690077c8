using System.Text.Json;
using Xunit;

namespace VoldCms.Testing;

/// <summary>The tables of the municipalities' own documents, which lie beside the repository.</summary>
public static class PrintedTables
{
    /// <summary>A document's table; the calling test is skipped, by name, where the tables are not at hand.</summary>
    public static JsonElement Read(string name)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "seeds", "tables", name + ".json");
        Assert.SkipUnless(File.Exists(path), $"The table {name}.json is not at hand: ../shared is absent.");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
