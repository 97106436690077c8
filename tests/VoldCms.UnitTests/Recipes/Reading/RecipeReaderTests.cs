using System.Text;
using VoldCms.Recipes.Reading;
using Xunit;

namespace VoldCms.UnitTests.Recipes.Reading;

public sealed class RecipeReaderTests : IDisposable
{
    private readonly RecipeBench _bench = new();

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_read()
    {
        var recipe = Read(
            "\uFEFF// first\n{ /* here */ \"name\": \"A\", // there\n \"steps\": [ { \"name\": \"feature\", \"enable\": [ \"x\", ], }, ], }"
        );

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
    public void Steps_in_another_case_are_no_steps_and_that_is_told() =>
        Assert.Equal(
            "r.recipe.json: Steps, line 2: is not read in this spelling; expected \"steps\" in lower case",
            Refused("{ \"name\": \"A\",\n \"Steps\": [] }")
        );

    [Theory]
    [InlineData("{ \"ContentItemId\": \"a\" }", "line 1: has no \"steps\"; expected a list of steps")]
    [InlineData("{ \"steps\": [\n {} ] }", "steps[0], line 2: has no \"name\" in lower case; expected the name of a step")]
    [InlineData("{ \"steps\": [\n { \"Name\": \"content\" } ] }", "steps[0], line 2: has no \"name\" in lower case")]
    [InlineData(
        "{ \"steps\": [ { \"name\": \"feature\" },\n { \"name\": \" \" } ] }",
        "steps[1].name, line 2: is empty; expected the name of a step"
    )]
    [InlineData("{ \"steps\": [ { \"name\": null } ] }", "steps[0].name, line 1: is null; expected the name of a step")]
    [InlineData("{ \"steps\": [ [ \"feature\" ] ] }", "steps[0], line 1: is a list; expected an object")]
    [InlineData("{ \"steps\":\n \"feature\" }", "steps, line 2: is a text; expected a list of steps")]
    public void A_file_without_steps_and_a_step_without_a_name_are_refused(string recipe, string expected) =>
        Assert.Contains(expected, Refused(recipe));

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
        var recipe = Read(
            "{\n \"name\": \"A\",\n \"steps\": [\n {\"name\":\"x\"}, {\"name\":\"content\",\n \"data\": [\n {},\n {\n  \"T\": 1 } ] } ] }"
        );

        Assert.Equal(line, recipe.FindLine(path));
    }

    [Fact]
    public void Utf16_is_refused_in_words()
    {
        var path = _bench.Write("r.recipe.json", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")]);

        Assert.Equal(
            "r.recipe.json: is encoded in UTF-16; expected UTF-8",
            RecipeReader.Read(RecipeSource.OfFile(path), 1000).Error?.Message
        );
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        var path = _bench.Write("r.recipe.json", new byte[2000]);

        Assert.Contains("is 2000 bytes; expected at most 1000", RecipeReader.Read(RecipeSource.OfFile(path), 1000).Error?.Message);
    }

    public void Dispose() => _bench.Dispose();

    private string Refused(string text) =>
        RecipeReader.Read(RecipeSource.OfFile(_bench.Write("r.recipe.json", text)), 1_000_000).Error!.Message;

    private RecipeDocument Read(string text) =>
        RecipeReader.Read(RecipeSource.OfFile(_bench.Write("r.recipe.json", text)), 1_000_000).Value;
}
