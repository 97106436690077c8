using VoldCms.Services.OpeningHours;

namespace VoldCms.UnitTests.Services.OpeningHours;

public sealed class OpeningHoursParserTests
{
    [Theory]
    [InlineData("", "Empty", 0, "")]
    [InlineData("   ", "Empty", 3, "")]
    [InlineData("døgnåpent", "Unexpected", 0, "døgnåpent")]
    [InlineData("mo-fr 08:00-16:00", "Unexpected", 0, "mo-fr")]
    [InlineData("Mo–Fr 08:00-16:00", "Unexpected", 2, "–Fr")]
    [InlineData("Mo-Fr 8:00-16:00", "Unexpected", 6, "8:00-16:00")]
    [InlineData("Mo-Fr 08.00-16.00", "Unexpected", 6, "08.00-16.00")]
    [InlineData("Mo-Fr 08:00", "Unexpected", 11, "")]
    [InlineData("Mo-Fr 08:00+", "Unexpected", 11, "+")]
    [InlineData("Mo-Fr 08:00-16:00+", "Unexpected", 17, "+")]
    [InlineData("Mo-Fr sunrise-sunset", "Unexpected", 6, "sunrise-sunset")]
    [InlineData("Mo-Fr 08:00-16:00;", "Unexpected", 18, "")]
    [InlineData("Mo-Fr 08:00-16:00 PH off", "Unexpected", 18, "PH")]
    [InlineData("Mo,PH,Tu 08:00-16:00", "Unexpected", 5, ",")]
    [InlineData("Mo-Fr off \"aldri", "Unexpected", 16, "")]
    [InlineData("easter -2 days-easter +1 day off", "Unexpected", 14, "-easter")]
    [InlineData("Mo[0] 08:00-16:00", "NoSuchNumber", 3, "0")]
    [InlineData("week 54 08:00-16:00", "NoSuchNumber", 5, "54")]
    [InlineData("Apr 31 off", "NoSuchDay", 4, "31")]
    [InlineData("2027 Feb 29 off", "NoSuchDay", 9, "29")]
    [InlineData("Mo 08:00-16:75", "NoSuchTime", 9, "16:75")]
    [InlineData("Mo 24:00-26:00", "NoSuchTime", 3, "24:00-26:00")]
    [InlineData("Mo 20:00-49:00", "NoSuchTime", 9, "49:00")]
    [InlineData("Mo 08:00-08:00", "EmptySpan", 3, "08:00-08:00")]
    [InlineData("Mo 08:00-40:00", "LongSpan", 3, "08:00-40:00")]
    [InlineData("Dec 26-24 off", "BackwardRange", 0, "Dec")]
    [InlineData("2028-2027 off", "BackwardRange", 0, "2028-2027")]
    [InlineData("2026 Dec 24-Jan 02 off", "MixedYears", 0, "2026")]
    [InlineData("2026 Dec 24,Dec 31 off", "MixedYears", 12, "Dec")]
    [InlineData("Mo-Fr 08:00-16:00; 18:00-20:00", "RuleWithoutDays", 19, "18:00-20:00")]
    [InlineData("Mo-Fr 08:00-16:00; \"by appointment\"", "RuleWithoutDays", 19, "\"")]
    [InlineData("Mo-Fr 08:00-16:00 || unknown; PH off", "RuleAfterFallback", 28, ";")]
    [InlineData("Mo-Fr \" \"", "BadComment", 6, "\"")]
    [InlineData("Mo-Fr 08:00-16:00; SH off", "SchoolHolidays", 19, "SH")]
    public void A_text_outside_the_subset_is_refused_where_it_leaves_it(string text, string fault, int position, string found)
    {
        var error = Assert.IsType<OpeningHoursError>(OpeningSchedule.Parse(text).Error);

        Assert.Equal((fault, position, found), (error.Fault.ToString(), error.Position, error.Found));
        Assert.Equal(error.Fault == OpeningHoursFault.Unexpected, !error.Expected.IsEmpty);
    }

    [Fact]
    public void The_message_says_where_what_and_what_was_expected() =>
        Assert.Equal("At 7, '8:00-16:00': expected 08:00.", OpeningSchedule.Parse("Mo-Fr 8:00-16:00").Error?.Message);

    [Fact]
    public void A_text_that_is_too_long_is_refused() =>
        Assert.Equal(OpeningHoursFault.TooLong, FaultOf($"Mo \"{new string('a', OpeningSchedule.MaxLength)}\""));

    [Fact]
    public void As_many_rules_as_allowed_are_read_and_one_more_is_refused()
    {
        var most = string.Join(';', Enumerable.Repeat("Mo off", OpeningSchedule.MaxRules));

        Assert.Null(FaultOf(most));
        Assert.Equal(OpeningHoursFault.TooManyRules, FaultOf(most + ";Mo off"));
    }

    [Fact]
    public void An_imported_text_outside_the_subset_is_kept_as_unknown_with_a_warning()
    {
        var schedule = OpeningSchedule.ParseOrUnknown("Mo-Fr sunrise-sunset", out var warning);

        Assert.Equal("Mo-Fr sunrise-sunset", schedule.Text);
        Assert.Equal(new OpeningState(OpeningStatus.Unknown, null), schedule.StateAt(Oslo.At(2027, 3, 1, 12, 0)));
        Assert.Equal(OpeningHoursFault.Unexpected, warning?.Fault);
    }

    [Fact]
    public void An_imported_text_of_the_subset_has_no_warning()
    {
        OpeningSchedule.ParseOrUnknown("24/7", out var warning);

        Assert.Null(warning);
    }

    /// <summary>Spaces mean nothing outside comments.</summary>
    [Theory]
    [InlineData("Mo-Fr08:00-16:00;PH off||\"x\"")]
    [InlineData(" Mo - Fr  08:00 - 16:00 ; PH  off  ||  \"x\" ")]
    public void Spaces_may_be_more_or_fewer(string text) => Assert.Null(FaultOf(text));

    private static OpeningHoursFault? FaultOf(string text) => (OpeningSchedule.Parse(text).Error as OpeningHoursError)?.Fault;
}
