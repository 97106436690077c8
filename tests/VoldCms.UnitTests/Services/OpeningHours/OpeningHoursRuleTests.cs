using System.Text.Json.Nodes;
using VoldCms.Services.OpeningHours;

namespace VoldCms.UnitTests.Services.OpeningHours;

public sealed class OpeningHoursRuleTests
{
    [Theory]
    [InlineData("""{ "Text": "Mo-Fr 08:00-15:30" }""")]
    [InlineData("""{ "Text": "" }""")]
    [InlineData("{}")]
    public void Hours_that_are_understood_and_none_are_fine(string value) => Assert.Null(Problem(value));

    [Theory]
    [InlineData("""{ "Text": "hverdager 8-15" }""", "At 1, 'hverdager'")]
    [InlineData("""{ "Text": "Mo-Fr 08:75-15:30" }""", "At 7")]
    public void What_is_not_understood_is_told_with_its_place_and_an_example(string value, string where)
    {
        Assert.Contains(where, Problem(value));
        Assert.Contains("'Mo-Fr 08:00-15:30'", Problem(value));
    }

    private static string? Problem(string value) => new OpeningHoursRule().FindProblem((JsonObject)JsonNode.Parse(value)!);
}
