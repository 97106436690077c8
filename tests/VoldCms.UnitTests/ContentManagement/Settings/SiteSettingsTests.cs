using System.Text.Json.Nodes;
using VoldCms.ContentManagement.Settings;

namespace VoldCms.UnitTests.ContentManagement.Settings;

public sealed class SiteSettingsTests
{
    // A page is kept until midnight in this zone: one that nobody knows would be the end of every page.
    [Theory]
    [InlineData("""{ "TimeZoneId": "Europe/Helsinki" }""", "Europe/Helsinki")]
    [InlineData("""{ "TimeZoneId": "Mars/Olympus" }""", "Europe/Oslo")]
    [InlineData("""{ "TimeZoneId": "../passwd" }""", "Europe/Oslo")]
    [InlineData("""{ "TimeZoneId": "" }""", "Europe/Oslo")]
    [InlineData("{}", "Europe/Oslo")]
    public void The_time_zone_is_one_that_there_is(string settings, string zone) =>
        Assert.Equal(zone, new SiteSettings(JsonNode.Parse(settings)!.AsObject()).TimeZone.Id);
}
