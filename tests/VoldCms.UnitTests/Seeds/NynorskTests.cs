using Xunit;

namespace VoldCms.UnitTests.Seeds;

/// <summary>The site's own words in nynorsk hold no bokmål: the texts of every module, and the names of the terms.</summary>
public sealed class NynorskTests
{
    private const string Translated = "msgstr";

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "src"), "nn.po", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj")),
        ];

    [Theory, MemberData(nameof(Files))]
    public void Texts_hold_no_bokmal(string file)
    {
        var texts = File.ReadLines(Path.Combine(Repository.Root, file))
            .Where(line => line.StartsWith(Translated, StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, Prose.AssertNynorsk);
    }

    [Fact]
    public void Terms_hold_no_bokmal()
    {
        var terms = Seed.Items("recipes/begreper.recipe.json", "Taxonomy")
            .SelectMany(taxonomy => taxonomy.GetProperty("TaxonomyPart").GetProperty("Terms").EnumerateArray())
            .Select(term => term.Text("Nn"))
            .ToList();

        Assert.DoesNotContain("", terms);
        Assert.All(terms, Prose.AssertNynorsk);
    }
}
