using NodaTime;
using VoldCms.Services.OpeningHours;

namespace VoldCms.UnitTests.Services.OpeningHours;

public sealed class NorwegianHolidaysTests
{
    // 1981 and 2076 are the years in which simpler methods fail; 1818 and 2285 have the earliest Easter, 1943 and 2038 the latest.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1981, 4, 19)]
    [InlineData(2019, 4, 21)]
    [InlineData(2020, 4, 12)]
    [InlineData(2024, 3, 31)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2076, 4, 19)]
    [InlineData(2285, 3, 22)]
    public void Easter_is_where_the_calendar_has_it(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), NorwegianHolidays.EasterSunday(year));

    [Fact]
    public void The_holidays_of_2027_are_these()
    {
        var days = Enumerable.Range(0, 365).Select(new LocalDate(2027, 1, 1).PlusDays).Where(NorwegianHolidays.IsHoliday);

        Assert.Equal(
            [
                new(2027, 1, 1),
                new(2027, 3, 25),
                new(2027, 3, 26),
                new(2027, 3, 28),
                new(2027, 3, 29),
                new(2027, 5, 1),
                new(2027, 5, 6),
                new(2027, 5, 16),
                new(2027, 5, 17),
                new(2027, 12, 25),
                new(2027, 12, 26),
            ],
            days
        );
    }

    [Theory]
    [InlineData(2027, (int)NorwegianHoliday.WhitMonday)]
    [InlineData(2032, (int)NorwegianHoliday.WhitMonday)]
    [InlineData(2043, (int)NorwegianHoliday.WhitSunday)]
    [InlineData(2054, (int)NorwegianHoliday.WhitSunday)]
    [InlineData(2065, (int)NorwegianHoliday.WhitSunday)]
    public void Constitution_Day_may_fall_on_Whitsun(int year, int also) =>
        Assert.Equal([NorwegianHoliday.ConstitutionDay, (NorwegianHoliday)also], NorwegianHolidays.On(new LocalDate(year, 5, 17)));

    [Theory]
    [InlineData(12, 24)]
    [InlineData(12, 31)]
    [InlineData(3, 24)]
    [InlineData(3, 27)]
    [InlineData(5, 15)]
    [InlineData(1, 3)]
    public void Eves_and_ordinary_Sundays_are_none(int month, int day)
    {
        var date = new LocalDate(2027, month, day);

        Assert.False(NorwegianHolidays.IsHoliday(date));
        Assert.Empty(NorwegianHolidays.On(date));
    }

    [Fact]
    public void A_day_is_a_holiday_exactly_when_it_has_a_name()
    {
        var day = new LocalDate(1950, 1, 1);
        for (; day.Year < 2150; day = day.PlusDays(1))
        {
            Assert.Equal(NorwegianHolidays.IsHoliday(day), NorwegianHolidays.On(day).Length > 0);
        }
    }
}
