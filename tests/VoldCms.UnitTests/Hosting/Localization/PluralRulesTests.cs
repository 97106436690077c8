using VoldCms.Hosting.Localization;
using Xunit;

namespace VoldCms.UnitTests.Hosting.Localization;

public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("nb", "0:1 1:0 2:1 21:1")]
    [InlineData("nb-NO", "0:1 1:0 2:1")]
    [InlineData("sma", "0:1 1:0 2:1")]
    [InlineData("fr", "0:0 1:0 2:1")]
    [InlineData("th", "0:0 1:0 2:0")]
    [InlineData("ar", "0:0 1:1 2:2 3:3 10:3 11:4 99:4 100:5 102:5 103:3 111:4")]
    [InlineData("uk", "0:2 1:0 2:1 4:1 5:2 11:2 12:2 21:0 22:1 25:2 111:2 112:2")]
    [InlineData("pl", "0:2 1:0 2:1 5:2 12:2 21:2 22:1")]
    [InlineData("lt", "0:2 1:0 2:1 9:1 10:2 11:2 21:0")]
    [InlineData("ro", "0:1 1:0 2:1 19:1 20:2 101:1 120:2")]
    public void A_number_takes_its_languages_form(string culture, string expected)
    {
        var numbers = expected.Split(' ').Select(pair => long.Parse(pair.Split(':')[0], null));

        Assert.Equal(expected, string.Join(' ', numbers.Select(number => $"{number}:{PluralRules.FormOf(culture, number)}")));
    }
}
