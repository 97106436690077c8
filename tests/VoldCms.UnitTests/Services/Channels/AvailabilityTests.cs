using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using VoldCms.ContentManagement.Items;
using VoldCms.Services.Channels;

namespace VoldCms.UnitTests.Services.Channels;

public sealed class AvailabilityTests
{
    // 10:00 in Norway on a Wednesday.
    private static readonly Instant s_morning = InstantPattern.General.Parse("2026-11-18T09:00:00Z").Value;

    [Fact]
    public void Hours_answer_and_say_when_that_changes()
    {
        var availability = Availability.OfHours("Mo-Fr 08:00-15:30");

        Assert.True(availability.IsOpenAt(s_morning));
        Assert.Equal("2026-11-18T14:30:00Z", availability.NextChange(s_morning)?.ToString());
        Assert.Equal("2026-11-18T14:30:00Z", availability.ValidUntil(s_morning).ToString());
        Assert.False(availability.IsOpenAt(s_morning + Duration.FromHours(12)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("by appointment")]
    [InlineData("unknown")]
    public void Where_nobody_knows_nothing_is_said(string? hours)
    {
        var availability = Availability.OfHours(hours);

        Assert.Null(availability.IsOpenAt(s_morning));
        Assert.Null(availability.NextChange(s_morning));
        Assert.Equal(s_morning + Duration.FromDays(1), availability.ValidUntil(s_morning));
    }

    [Fact]
    public void A_service_is_open_while_one_of_its_channels_is()
    {
        var availability = OfService([Channel("phone", "Mo-Fr 08:00-12:00"), Channel("chat", "Mo-Fr 11:00-16:00")]);

        Assert.True(availability.IsOpenAt(s_morning));
        // The telephone closes at noon, and the chat is open by then.
        Assert.Equal("2026-11-18T15:00:00Z", availability.NextChange(s_morning)?.ToString());
        Assert.Equal("2026-11-18T10:00:00Z", availability.ValidUntil(s_morning).ToString());
    }

    [Fact]
    public void Of_a_closed_service_its_telephones_tell()
    {
        Assert.False(OfService([Channel("phone", "Sa 08:00-12:00"), Channel("visit", null)]).IsOpenAt(s_morning));
        Assert.Null(OfService([Channel("phone", null), Channel("visit", "Sa 08:00-12:00")]).IsOpenAt(s_morning));
        Assert.False(OfService([Channel("visit", "Sa 08:00-12:00")]).IsOpenAt(s_morning));
        Assert.Null(OfService([Channel("email", "24/7")]).IsOpenAt(s_morning));
        Assert.Null(OfService([]).IsOpenAt(s_morning));
    }

    [Fact]
    public void A_number_that_is_always_answered_does_not_open_a_service_that_says_it_is_shut_at_times()
    {
        ContentItem[] channels = [Channel("phone", null), Channel("phone", "24/7")];

        Assert.True(OfService(channels).IsOpenAt(s_morning));
        Assert.Null(OfService(channels, open24Hours: "no").IsOpenAt(s_morning));
        Assert.True(OfService([.. channels, Channel("phone", "Mo-Fr 08:00-12:00")], open24Hours: "no").IsOpenAt(s_morning));
    }

    [Fact]
    public void An_emergency_number_among_others_says_nothing_of_the_service()
    {
        var emergency = Channel("phone", null, isEmergency: true);

        Assert.False(OfService([emergency, Channel("phone", "Sa 08:00-12:00")]).IsOpenAt(s_morning));
        Assert.True(OfService([emergency]).IsOpenAt(s_morning));
    }

    [Fact]
    public void A_service_is_open_while_its_house_is_or_when_it_says_that_it_always_is()
    {
        Assert.True(OfService([Channel("phone", null)], ["24/7"]).IsOpenAt(s_morning));
        Assert.True(OfService([Channel("phone", "Sa 08:00-12:00")], ["Mo-Fr 08:00-12:00"]).IsOpenAt(s_morning));
        Assert.True(OfService([Channel("phone", null)], [], open24Hours: "yes").IsOpenAt(s_morning));
        Assert.True(OfService([], ["24/7"]).IsOpenAt(s_morning));
        // A house that is closed, or of which nobody knows, says nothing of the telephone.
        Assert.Null(OfService([Channel("phone", null)], ["Sa 08:00-12:00"]).IsOpenAt(s_morning));
        Assert.False(OfService([Channel("phone", "Sa 08:00-12:00")], [null]).IsOpenAt(s_morning));
        Assert.Null(OfService([Channel("phone", null)], ["24/7"]).NextChange(s_morning));
        Assert.Equal(Readiness.DayAndNight, OfService([Channel("phone", null)], ["24/7"]).At(s_morning));
    }

    private static Availability OfService(ContentItem[] channels, string?[]? houses = null, string open24Hours = "unknown") =>
        Availability.OfService(
            Item("Service", "Open24Hours", new JsonObject { ["Text"] = open24Hours }),
            new(
                [.. channels],
                [
                    .. (houses ?? []).Select(hours =>
                        Item("Place", "OpeningHours", hours is null ? null : new JsonObject { ["Text"] = hours })
                    ),
                ]
            )
        );

    private static ContentItem Item(string type, string field, JsonObject? value) =>
        new()
        {
            ContentItemId = ContentItemId.New(),
            ContentItemVersionId = ContentItemVersionId.New(),
            ContentType = type,
            Content = new JsonObject { [type] = new JsonObject { [field] = value } },
        };

    private static ContentItem Channel(string kind, string? hours, bool isEmergency = false) =>
        new()
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
