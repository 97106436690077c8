using System.Text;
using VoldCms.Recipes.Reading;
using Xunit;

namespace VoldCms.UnitTests.Recipes;

public sealed class RecipeReaderTests : IDisposable
{
    private readonly RecipeBench _bench = new();

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_read()
    {
        var recipe = Read("\uFEFF// first\n{ /* here */ \"name\": \"A\", // there\n \"steps\": [ { \"name\": \"feature\", \"enable\": [ \"x\", ], }, ], }");

        Assert.Equal("A", recipe.Descriptor.Name);
        Assert.Equal("feature", Assert.Single(recipe.Steps).Name);
    }

    [Fact]
    public void Descriptor_keys_are_read_ignoring_case_and_unknown_ones_ignored()
    {
        var recipe = Read("""{ "NAME": "A", "DisplayName": "Alfa", "IsSetupRecipe": "true", "nobody": { "knows": 1 }, "steps": [] }""");

        Assert.Equal(new RecipeDescriptor("A", "Alfa", "", true), recipe.Descriptor);
    }

    [Fact]
    public void Steps_in_another_case_are_not_steps_and_that_is_told()
    {
        var recipe = Read("""{ "name": "A", "Steps": [ { "name": "feature" } ] }""");

        Assert.Empty(recipe.Steps);
        Assert.Contains("lower case", Assert.Single(recipe.Warnings));
    }

    [Fact]
    public void A_step_without_a_lower_case_name_is_skipped_and_that_is_told()
    {
        var recipe = Read("""{ "steps": [ { "Name": "content" }, { "name": "Content" } ] }""");

        Assert.Equal((2, "Content"), (Assert.Single(recipe.Steps).Number, recipe.Steps[0].Name));
        Assert.Contains("step 1, steps[0]", Assert.Single(recipe.Warnings));
    }

    [Fact]
    public void Variables_after_the_steps_are_not_seen()
    {
        var recipe = Read("""{ "steps": [], "variables": { "a": "b" } }""");

        Assert.Null(recipe.Variables);
        Assert.Contains("after steps", Assert.Single(recipe.Warnings));
    }

    [Theory]
    [InlineData("steps[1].data[1].T", 8)]
    [InlineData("steps[1].Data[1].T", 8)]
    [InlineData("steps[1].data[1].gone", 7)]
    [InlineData("steps[0]", 4)]
    [InlineData("steps[9]", 3)]
    public void The_line_of_a_path_is_found_or_that_of_what_is_around_it(string path, int line)
    {
        var recipe = Read("{\n \"name\": \"A\",\n \"steps\": [\n {\"name\":\"x\"}, {\"name\":\"content\",\n \"data\": [\n {},\n {\n  \"T\": 1 } ] } ] }");

        Assert.Equal(line, recipe.FindLine(path));
    }

    [Fact]
    public void Utf16_is_refused_in_words()
    {
        var path = _bench.Write("r.recipe.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")]);

        Assert.Equal("r.recipe.json: is encoded in UTF-16; expected UTF-8", RecipeReader.Read(RecipeSource.OfFile(path), 1000).Error?.Message);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        var path = _bench.Write("r.recipe.json", new byte[2000]);

        Assert.Contains("is 2000 bytes; expected at most 1000", RecipeReader.Read(RecipeSource.OfFile(path), 1000).Error?.Message);
    }

    public void Dispose() => _bench.Dispose();

    private RecipeDocument Read(string text) => RecipeReader.Read(RecipeSource.OfFile(_bench.Write("r.recipe.json", text)), 1_000_000).Value;
}
