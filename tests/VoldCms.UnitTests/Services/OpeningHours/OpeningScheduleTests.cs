using NodaTime;
using VoldCms.Services.OpeningHours;

namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>March 2027: the 1st is a Monday, Easter Sunday is the 28th, the same day the clock is set forward.</summary>
public sealed class OpeningScheduleTests
{
    [Theory]
    [InlineData("Mo-Fr 08:00-16:00", 1, 8, 0, "Open")]
    [InlineData("Mo-Fr 08:00-16:00", 1, 16, 0, "Closed")]
    [InlineData("Mo-Fr 08:00-16:00", 6, 12, 0, "Closed")]
    [InlineData("Mo-Fr 08:00-11:30,12:00-16:00", 1, 11, 45, "Closed")]
    [InlineData("Mo-Fr 08:00-11:30, 12:00-16:00", 1, 12, 0, "Open")]
    [InlineData("Fr-Mo 10:00-12:00", 1, 10, 0, "Open")]
    [InlineData("Fr-Mo 10:00-12:00", 2, 10, 0, "Closed")]
    [InlineData("Th[1] 10:00-12:00", 4, 10, 0, "Open")]
    [InlineData("Th[1] 10:00-12:00", 11, 10, 0, "Closed")]
    [InlineData("We[-1] 10:00-12:00", 31, 10, 0, "Open")]
    [InlineData("Fr 20:00-02:00", 6, 1, 59, "Open")]
    [InlineData("Fr 20:00-26:00", 6, 1, 59, "Open")]
    [InlineData("Fr 20:00-02:00", 5, 1, 59, "Closed")]
    [InlineData("24/7", 1, 3, 0, "Open")]
    [InlineData("24/7; PH off", 26, 3, 0, "Closed")]
    [InlineData("Mo-Fr 08:00-16:00", 26, 12, 0, "Open")]
    [InlineData("PH,Sa 10:00-12:00", 26, 10, 0, "Open")]
    [InlineData("PH,Sa 10:00-12:00", 13, 10, 0, "Open")]
    [InlineData("PH Mo-Fr 10:00-12:00", 28, 10, 0, "Closed")]
    [InlineData("PH Mo-Fr 10:00-12:00", 29, 10, 0, "Open")]
    [InlineData("easter -4 days 10:00-12:00", 24, 10, 0, "Open")]
    [InlineData("Mar 30-Jan 10 10:00-12:00", 29, 10, 0, "Closed")]
    [InlineData("Mar 30-Jan 10 10:00-12:00", 30, 10, 0, "Open")]
    [InlineData("2027 Mar 01-2027 Mar 02 10:00-12:00", 2, 10, 0, "Open")]
    [InlineData("Nov-Mar 10:00-12:00", 2, 10, 0, "Open")]
    [InlineData("Nov-Feb 10:00-12:00", 2, 10, 0, "Closed")]
    [InlineData("2028 Mo-Su 10:00-12:00", 2, 10, 0, "Closed")]
    [InlineData("week 09-11/2 10:00-12:00", 2, 10, 0, "Open")]
    [InlineData("week 09-11/2 10:00-12:00", 9, 10, 0, "Closed")]
    [InlineData("Mo-Fr 08:00-16:00; We 10:00-12:00", 3, 9, 0, "Closed")]
    [InlineData("Mo-Fr 08:00-16:00, We 18:00-20:00", 3, 9, 0, "Open")]
    [InlineData("Mo-Fr 08:00-16:00; We 12:00-13:00 off", 3, 12, 30, "Closed")]
    [InlineData("Mo-Fr 08:00-16:00; We 12:00-13:00 off", 3, 13, 0, "Open")]
    [InlineData("Mo-Fr 08:00-16:00; 12:00-13:00 closed", 2, 12, 30, "Closed")]
    [InlineData("Mo-Fr 08:00-16:00; We unknown", 3, 9, 0, "Unknown")]
    [InlineData("Mo-Fr 08:00-16:00; We \"ring first\"", 3, 9, 0, "Unknown ring first")]
    [InlineData("Mo-Fr 08:00-16:00 open \"ring first\"", 3, 9, 0, "Open ring first")]
    [InlineData("Mo-Fr 08:00-16:00; PH off \"stengt i påsken\"", 26, 9, 0, "Closed stengt i påsken")]
    [InlineData("Mo-Fr 08:00-16:00 || \"by appointment\"", 6, 9, 0, "Unknown by appointment")]
    [InlineData("Mo-Fr 08:00-16:00; PH off || \"by appointment\"", 26, 9, 0, "Unknown by appointment")]
    [InlineData("unknown", 6, 9, 0, "Unknown")]
    [InlineData("off", 6, 9, 0, "Closed")]
    public void The_rules_say_what_the_specification_says(string text, int day, int hour, int minute, string expected)
    {
        var state = Parse(text).StateAt(Oslo.At(2027, 3, day, hour, minute));

        Assert.Equal(expected, $"{state.Status} {state.Comment}".TrimEnd());
    }

    /// <summary>
    /// Rules are for days of the calendar: what closes a day cuts the night that runs into it, not the one that runs out of it.
    /// </summary>
    [Fact]
    public void A_night_into_a_holiday_ends_at_midnight()
    {
        var schedule = Parse("Mo-Su 18:00-02:00; PH off");

        Assert.Equal(Oslo.At(2027, 5, 1, 0, 0), schedule.NextChange(Oslo.At(2027, 4, 30, 20, 0)));
        Assert.Equal(OpeningStatus.Closed, schedule.StateAt(Oslo.At(2027, 5, 1, 20, 0)).Status);
        Assert.Equal(OpeningStatus.Open, schedule.StateAt(Oslo.At(2027, 5, 2, 1, 0)).Status);
    }

    [Fact]
    public void New_Years_night_runs_past_midnight() =>
        Assert.Equal(Oslo.At(2027, 1, 1, 3, 0), Parse("Dec 31 20:00-03:00").NextChange(Oslo.At(2026, 12, 31, 23, 59)));

    [Fact]
    public void A_night_across_the_skipped_hour_is_an_hour_shorter()
    {
        var schedule = Parse("Sa 22:00-06:00");
        var opens = Oslo.At(2027, 3, 27, 22, 0);

        Assert.Equal(opens + Duration.FromHours(7), schedule.NextChange(opens));
    }

    [Fact]
    public void A_night_across_the_hour_that_comes_twice_is_an_hour_longer()
    {
        var schedule = Parse("Sa 22:00-06:00");
        var opens = Oslo.At(2026, 10, 24, 22, 0);

        Assert.Equal(opens + Duration.FromHours(9), schedule.NextChange(opens));
    }

    [Fact]
    public void Times_in_the_skipped_hour_pass_at_once()
    {
        var threeOClock = Oslo.At(2027, 3, 28, 3, 0);

        Assert.Equal(threeOClock, Parse("22:00-02:30").NextChange(Oslo.At(2027, 3, 28, 1, 0)));
        Assert.Equal(threeOClock, Parse("02:30-06:00").NextChange(Oslo.At(2027, 3, 28, 1, 0)));
        Assert.Equal(Oslo.At(2027, 3, 29, 2, 15), Parse("02:15-02:45").NextChange(Oslo.At(2027, 3, 28, 1, 0)));
    }

    [Fact]
    public void A_span_ends_once_in_the_hour_that_comes_twice()
    {
        var schedule = Parse("22:00-02:30");

        Assert.Equal(Oslo.At(2026, 10, 25, 2, 30), schedule.NextChange(Oslo.At(2026, 10, 25, 1, 0)));
        Assert.Equal(OpeningStatus.Closed, schedule.StateAt(Oslo.SecondAt(2026, 10, 25, 2, 10)).Status);
        Assert.Equal(Oslo.At(2026, 10, 25, 22, 0), schedule.NextChange(Oslo.SecondAt(2026, 10, 25, 2, 10)));
    }

    [Theory]
    [InlineData("24/7")]
    [InlineData("Mo-Su 00:00-24:00")]
    [InlineData("00:00-12:00,12:00-24:00")]
    [InlineData("off")]
    [InlineData("Mo off \"a\"; Tu off \"b\"")]
    public void What_never_changes_has_no_next_change(string text) => Assert.Null(Parse(text).NextChange(Oslo.At(2027, 3, 1, 12, 0)));

    [Fact]
    public void A_change_beyond_the_horizon_is_none()
    {
        var schedule = Parse("2028 Jun 01 10:00-12:00");
        var opens = new LocalDate(2028, 6, 1);

        Assert.Null(schedule.NextChange(opens.PlusDays(-OpeningSchedule.HorizonDays - 1).AtStartOfDayInZone(Oslo.Zone).ToInstant()));
        Assert.Equal(
            Oslo.At(2028, 6, 1, 10, 0),
            schedule.NextChange(opens.PlusDays(-OpeningSchedule.HorizonDays).AtStartOfDayInZone(Oslo.Zone).ToInstant())
        );
    }

    [Fact]
    public void Asking_for_a_state_allocates_nothing()
    {
        var schedule = Parse("Mo-Fr 08:00-16:00, Th 18:00-20:00; Jul 08:00-15:00; PH off || \"by appointment\"");
        var instant = Oslo.At(2027, 3, 28, 12, 0);
        schedule.StateAt(instant);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            schedule.StateAt(instant);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static OpeningSchedule Parse(string text) => OpeningSchedule.Parse(text).Value;
}
