using VoldCms.ContentManagement.Items;
using VoldCms.ContentManagement.Storage;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Running;

/// <summary>Orchard Core's own recipes, each in a tenant in memory; the integration tests run them on both databases.</summary>
public sealed class StockRecipeTests
{
    public static TheoryData<string> Running => [.. StockRecipe.Running];

    public static TheoryData<string, string> Refused => [.. StockRecipe.Refused];

    [Theory]
    [MemberData(nameof(Running))]
    public async Task It_runs_and_what_it_says_is_there(string file)
    {
        Assert.SkipUnless(StockRecipe.AreAtHand, StockRecipe.Absent);
        using var bench = new RecipeBench();
        var outcome = await bench.RunFileAsync(StockRecipe.Stage(file, bench.Folder));
        var items = bench.Tenant.Items.Select(item => item.Latest).OfType<StoredVersion>();

        Assert.Empty(outcome.Faults);
        Assert.Empty(
            StockRecipe.FindDifferences(
                file,
                new(bench.Tenant.Documents, [.. items.Select(version => ContentItemJson.Write(version.Item))])
            )
        );
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_refused_with_one_line_and_stores_nothing(string file, string expected)
    {
        Assert.SkipUnless(StockRecipe.AreAtHand, StockRecipe.Absent);
        using var bench = new RecipeBench();
        var outcome = await bench.RunFileAsync(StockRecipe.Stage(file, bench.Folder));

        Assert.Contains(expected, Assert.Single(outcome.Faults));
        Assert.Equal(0, bench.Tenant.Commits);
    }

    [Fact]
    public async Task Text_that_only_looks_like_an_expression_is_left_as_written()
    {
        Assert.SkipUnless(StockRecipe.AreAtHand, StockRecipe.Absent);
        using var bench = new RecipeBench();
        await bench.RunFileAsync(StockRecipe.Stage("v3.0/recipe2.json", bench.Folder));

        Assert.Equal(
            "[1js: valiables('now')]",
            Assert.Single(bench.Tenant.Items).Latest!.Item.FindPart("TitlePart")!["Title"]!.GetValue<string>()
        );
    }
}
