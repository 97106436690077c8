using VoldCms.ContentManagement.Recipes;
using VoldCms.UnitTests.Seeds;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Running;

/// <summary>The municipalities' recipes of this repository, run whole.</summary>
public sealed class OwnRecipeTests
{
    [Fact]
    public async Task Stavanger_is_seeded_without_a_fault_and_the_second_run_changes_nothing()
    {
        using var bench = new RecipeBench();
        foreach (var recipe in RepositoryFiles.Recipes)
        {
            bench.Write(
                Path.GetFileName(recipe),
                await File.ReadAllBytesAsync(Path.Combine(Repository.Root, recipe), TestContext.Current.CancellationToken)
            );
        }

        var first = await bench.RunFileAsync(Path.Combine(bench.Folder, "stavanger.recipe.json"));
        var second = await bench.RunFileAsync(Path.Combine(bench.Folder, "stavanger.recipe.json"));

        Assert.Empty(first.Faults);
        Assert.Empty(first.Warnings);
        Assert.Equal(41, bench.Tenant.Items.Count(item => item.Latest?.Item.ContentType == "Measure"));
        Assert.Equal(0, second.Report!.Count(RecipeOutcome.Created) + second.Report.Count(RecipeOutcome.Updated));
    }
}
