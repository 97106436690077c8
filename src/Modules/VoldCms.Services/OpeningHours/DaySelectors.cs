using System.Collections.Immutable;
using NodaTime;
using NodaTime.Calendars;

namespace VoldCms.Services.OpeningHours;

/// <summary>From one year to another, both included.</summary>
internal readonly record struct YearRange(int From, int To)
{
    public bool Holds(LocalDate date) => date.Year >= From && date.Year <= To;
}

/// <summary>From one ISO week to another, both included, every <paramref name="Step"/>th.</summary>
internal readonly record struct WeekRange(int From, int To, int Step)
{
    public bool Holds(LocalDate date)
    {
        var week = WeekYearRules.Iso.GetWeekOfWeekYear(date);
        return week >= From && week <= To && (week - From) % Step == 0;
    }
}

/// <summary>One item of a list of months and dates.</summary>
internal abstract record DateRange
{
    public abstract bool Holds(LocalDate date);
}

/// <summary><c>Jun-Aug</c>, of every year; wraps when <paramref name="To"/> comes before <paramref name="From"/>.</summary>
internal sealed record MonthRange(int From, int To) : DateRange
{
    public override bool Holds(LocalDate date) =>
        From <= To ? date.Month >= From && date.Month <= To : date.Month >= From || date.Month <= To;
}

/// <summary><c>Dec 24-Jan 02</c>, of every year, each end as month * 100 + day; wraps as months do.</summary>
internal sealed record MonthDayRange(int From, int To) : DateRange
{
    public override bool Holds(LocalDate date)
    {
        var day = (date.Month * 100) + date.Day;
        return From <= To ? day >= From && day <= To : day >= From || day <= To;
    }
}

/// <summary><c>2026 Dec 24-2027 Jan 02</c>, once.</summary>
internal sealed record DatedRange(LocalDate From, LocalDate To) : DateRange
{
    public override bool Holds(LocalDate date) => date >= From && date <= To;
}

/// <summary><c>easter -4 days</c>, of every year or of one.</summary>
internal sealed record EasterDay(int? Year, int DaysFromEaster) : DateRange
{
    public override bool Holds(LocalDate date) =>
        (Year is null || Year == date.Year) && NorwegianHolidays.EasterSunday(date.Year).PlusDays(DaysFromEaster) == date;
}

/// <summary>Weekdays of a list, and public holidays beside them or among them.</summary>
/// <param name="Days">A bit a weekday, Monday the lowest.</param>
/// <param name="Nth">Weekdays that hold only on some weeks of the month.</param>
/// <param name="Holidays">What <c>PH</c> means here.</param>
internal sealed record WeekdaySelector(int Days, ImmutableArray<NthWeekday> Nth, HolidayMeaning Holidays)
{
    public bool Holds(LocalDate date) =>
        Holidays switch
        {
            HolidayMeaning.None => IsListed(date),
            HolidayMeaning.Also => IsListed(date) || NorwegianHolidays.IsHoliday(date),
            HolidayMeaning.Only => IsListed(date) && NorwegianHolidays.IsHoliday(date),
            _ => throw new InvalidOperationException($"No meaning: {Holidays}"),
        };

    private bool IsListed(LocalDate date)
    {
        if ((Days >> ((int)date.DayOfWeek - 1) & 1) == 1)
        {
            return true;
        }

        foreach (var nth in Nth)
        {
            if (nth.Holds(date))
            {
                return true;
            }
        }

        return false;
    }
}

internal enum HolidayMeaning
{
    /// <summary>No <c>PH</c>: a holiday is a weekday like others.</summary>
    None,

    /// <summary><c>PH,Su</c>: holidays, and the weekdays listed.</summary>
    Also,

    /// <summary><c>PH Mo-Fr</c>: the holidays that fall on the weekdays listed.</summary>
    Only,
}

/// <summary><c>Th[1]</c>, <c>Th[-1]</c>: the first, the last of the month.</summary>
internal readonly record struct NthWeekday(IsoDayOfWeek Day, int Number)
{
    public bool Holds(LocalDate date)
    {
        if (date.DayOfWeek != Day)
        {
            return false;
        }

        var daysInMonth = date.Calendar.GetDaysInMonth(date.Year, date.Month);
        return Number > 0 ? ((date.Day - 1) / 7) + 1 == Number : ((daysInMonth - date.Day) / 7) + 1 == -Number;
    }
}
