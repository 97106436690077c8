using NodaTime;
using VoldCms.Services.OpeningHours;

namespace VoldCms.UnitTests.Services.OpeningHours;

public sealed class OpeningPresentationTests
{
    private const string Weekdays = "Mo-Fr 08:00-16:00; PH off";

    private static readonly Instant s_mondayNoon = Oslo.At(2027, 3, 1, 12, 0);
    private static readonly Instant s_mondayFour = Oslo.At(2027, 3, 1, 16, 0);
    private static readonly Instant s_soon = s_mondayFour - Duration.FromMinutes(30) + Duration.Epsilon;

    [Fact]
    public void Open_until() =>
        Assert.Equal(new OpeningPresentation(OpeningPresentationKind.OpenUntil, s_mondayFour, null, s_soon), At(Weekdays, s_mondayNoon));

    [Fact]
    public void With_thirty_minutes_left_it_does_not_close_soon() =>
        Assert.Equal(OpeningPresentationKind.OpenUntil, At(Weekdays, Oslo.At(2027, 3, 1, 15, 30)).Kind);

    [Fact]
    public void Closes_soon() =>
        Assert.Equal(new OpeningPresentation(OpeningPresentationKind.ClosesSoon, s_mondayFour, null, s_mondayFour), At(Weekdays, s_soon));

    [Fact]
    public void Opens_after_the_holidays_of_Easter() =>
        Assert.Equal(
            new OpeningPresentation(OpeningPresentationKind.Opens, Oslo.At(2027, 3, 30, 8, 0), null, Oslo.At(2027, 3, 30, 8, 0)),
            At(Weekdays, Oslo.At(2027, 3, 24, 16, 0))
        );

    [Fact]
    public void Round_the_clock_holds_to_the_horizon() =>
        Assert.Equal(
            new OpeningPresentation(
                OpeningPresentationKind.AlwaysOpen,
                null,
                null,
                s_mondayNoon + Duration.FromDays(OpeningSchedule.HorizonDays)
            ),
            At("24/7", s_mondayNoon)
        );

    [Fact]
    public void Open_every_day_around_the_clock_but_one_has_an_end() =>
        Assert.Equal(Oslo.At(2027, 12, 24, 0, 0), At("24/7; Dec 24 off", s_mondayNoon).At);

    [Fact]
    public void By_appointment_now_and_open_later() =>
        Assert.Equal(
            new OpeningPresentation(
                OpeningPresentationKind.ByAppointment,
                Oslo.At(2027, 3, 2, 8, 0),
                "etter avtale",
                Oslo.At(2027, 3, 2, 8, 0)
            ),
            At("Mo-Fr 08:00-16:00 || \"etter avtale\"", s_mondayFour)
        );

    [Fact]
    public void A_channel_that_is_only_ever_by_appointment_says_so_at_night_too() =>
        Assert.Equal(
            new OpeningPresentation(OpeningPresentationKind.ByAppointment, null, "By appointment", Oslo.At(2027, 3, 2, 9, 0)),
            At("Mo-Fr 09:00-15:00 \"By appointment\"", s_mondayFour)
        );

    [Theory]
    [InlineData("unknown")]
    [InlineData("\"ring sentralbordet\"")]
    [InlineData("Tu unknown")]
    public void Unknown(string text) => Assert.Equal(OpeningPresentationKind.Unknown, At(text, s_mondayNoon).Kind);

    [Fact]
    public void Closed_for_good() => Assert.Equal(OpeningPresentationKind.Closed, At("off \"lagt ned\"", s_mondayNoon).Kind);

    [Fact]
    public void An_opening_that_is_certain_is_told_before_one_that_is_not()
    {
        var presentation = At("Th 10:00-12:00; Tu 10:00-12:00 \"etter avtale\"", s_mondayNoon);

        Assert.Equal(OpeningPresentationKind.Opens, presentation.Kind);
        Assert.Equal(Oslo.At(2027, 3, 4, 10, 0), presentation.At);
        Assert.Equal(Oslo.At(2027, 3, 2, 10, 0), presentation.ValidUntil);
    }

    private static OpeningPresentation At(string text, Instant instant) => OpeningSchedule.Parse(text).Value.PresentationAt(instant);
}
