using System.Collections.Immutable;
using NodaTime;

namespace VoldCms.Services.OpeningHours;

/// <summary>
/// The days that Norwegian law calls holidays or puts on a par with Sundays: Act 24 February 1995 no. 12 section 2, and Act 26 April
/// 1947 no. 1 for 1 and 17 May. Ordinary Sundays are not among them, nor are 24 and 31 December, Easter Eve or Whitsun Eve.
/// Keyed by date: 17 May 2027 is both Constitution Day and Whit Monday. Pure functions, for years 1 to 9999 of the Gregorian calendar.
/// </summary>
internal static class NorwegianHolidays
{
    private static readonly ImmutableArray<(int Month, int Day, NorwegianHoliday Holiday)> s_fixed =
    [
        (1, 1, NorwegianHoliday.NewYearsDay),
        (5, 1, NorwegianHoliday.LabourDay),
        (5, 17, NorwegianHoliday.ConstitutionDay),
        (12, 25, NorwegianHoliday.ChristmasDay),
        (12, 26, NorwegianHoliday.SecondChristmasDay),
    ];

    private static readonly ImmutableArray<(int DaysFromEaster, NorwegianHoliday Holiday)> s_movable =
    [
        (-3, NorwegianHoliday.MaundyThursday),
        (-2, NorwegianHoliday.GoodFriday),
        (0, NorwegianHoliday.EasterSunday),
        (1, NorwegianHoliday.EasterMonday),
        (39, NorwegianHoliday.AscensionDay),
        (49, NorwegianHoliday.WhitSunday),
        (50, NorwegianHoliday.WhitMonday),
    ];

    /// <summary>Easter Sunday by the method of Meeus, Jones and Butcher.</summary>
    public static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var lunarCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - lunarCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lateMoon = (golden + (11 * epact) + (22 * weekday)) / 451;
        var monthAndDay = epact + weekday - (7 * lateMoon) + 114;
        return new LocalDate(year, monthAndDay / 31, (monthAndDay % 31) + 1);
    }

    public static bool IsHoliday(LocalDate date)
    {
        foreach (var (month, day, _) in s_fixed)
        {
            if (date.Month == month && date.Day == day)
            {
                return true;
            }
        }

        // The movable ones lie between 19 March and 14 June.
        if (date.Month is < 3 or > 6)
        {
            return false;
        }

        var fromEaster = Period.DaysBetween(EasterSunday(date.Year), date);
        foreach (var (days, _) in s_movable)
        {
            if (days == fromEaster)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every holiday that falls on <paramref name="date"/>: none, one or two.</summary>
    public static ImmutableArray<NorwegianHoliday> On(LocalDate date)
    {
        var fromEaster = Period.DaysBetween(EasterSunday(date.Year), date);
        return
        [
            .. s_fixed.Where(holiday => holiday.Month == date.Month && holiday.Day == date.Day).Select(holiday => holiday.Holiday),
            .. s_movable.Where(holiday => holiday.DaysFromEaster == fromEaster).Select(holiday => holiday.Holiday),
        ];
    }
}
