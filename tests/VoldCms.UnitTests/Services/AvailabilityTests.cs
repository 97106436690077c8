using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using VoldCms.ContentManagement.Items;
using VoldCms.Services.Api;

namespace VoldCms.UnitTests.Services;

public sealed class AvailabilityTests
{
    // 10:00 in Norway on a Wednesday.
    private static readonly Instant s_morning = InstantPattern.General.Parse("2026-11-18T09:00:00Z").Value;

    [Fact]
    public void Hours_answer_and_say_when_that_changes()
    {
        var availability = Availability.OfHours("Mo-Fr 08:00-15:30");

        Assert.True(availability.At(s_morning));
        Assert.Equal("2026-11-18T14:30:00Z", availability.NextChange(s_morning)?.ToString());
        Assert.Equal("2026-11-18T14:30:00Z", availability.ValidUntil(s_morning).ToString());
        Assert.False(availability.At(s_morning + Duration.FromHours(12)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("by appointment")]
    [InlineData("unknown")]
    public void Where_nobody_knows_nothing_is_said(string? hours)
    {
        var availability = Availability.OfHours(hours);

        Assert.Null(availability.At(s_morning));
        Assert.Null(availability.NextChange(s_morning));
        Assert.Equal(s_morning + Duration.FromDays(1), availability.ValidUntil(s_morning));
    }

    [Fact]
    public void A_service_is_open_while_one_of_its_channels_is()
    {
        var availability = Availability.OfService([Channel("phone", "Mo-Fr 08:00-12:00"), Channel("chat", "Mo-Fr 11:00-16:00")]);

        Assert.True(availability.At(s_morning));
        // The telephone closes at noon, and the chat is open by then.
        Assert.Equal("2026-11-18T15:00:00Z", availability.NextChange(s_morning)?.ToString());
        Assert.Equal("2026-11-18T10:00:00Z", availability.ValidUntil(s_morning).ToString());
    }

    [Fact]
    public void Of_a_closed_service_its_telephones_tell()
    {
        Assert.False(Availability.OfService([Channel("phone", "Sa 08:00-12:00"), Channel("visit", null)]).At(s_morning));
        Assert.Null(Availability.OfService([Channel("phone", null), Channel("visit", "Sa 08:00-12:00")]).At(s_morning));
        Assert.False(Availability.OfService([Channel("visit", "Sa 08:00-12:00")]).At(s_morning));
        Assert.Null(Availability.OfService([Channel("email", "24/7")]).At(s_morning));
        Assert.Null(Availability.OfService([]).At(s_morning));
    }

    [Fact]
    public void An_emergency_number_among_others_says_nothing_of_the_service()
    {
        var emergency = Channel("phone", null, isEmergency: true);

        Assert.False(Availability.OfService([emergency, Channel("phone", "Sa 08:00-12:00")]).At(s_morning));
        Assert.True(Availability.OfService([emergency]).At(s_morning));
    }

    private static ContentItem Channel(string kind, string? hours, bool isEmergency = false) => new()
    {
        ContentItemId = ContentItemId.New(),
        ContentItemVersionId = ContentItemVersionId.New(),
        ContentType = "Channel",
        Content = new JsonObject
        {
            ["Channel"] = new JsonObject
            {
                ["Kind"] = new JsonObject { ["Text"] = kind },
                ["OpeningHours"] = hours is null ? null : new JsonObject { ["Text"] = hours },
                ["Emergency"] = new JsonObject { ["Value"] = isEmergency },
            },
        },
    };
}
