using System.Collections.Immutable;
using NodaTime;

namespace VoldCms.Services.OpeningHours;

/// <content>Years, dates and weeks.</content>
internal sealed partial class OpeningHoursParser
{
    private const int FirstYear = 1900;
    private const int LongestMoveFromEaster = 60;

    private static readonly ImmutableArray<string> s_months =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    /// <summary><c>Years : Year ("-" Year)? ("," Year ("-" Year)?)*</c>, unless the year belongs to a date.</summary>
    private ImmutableArray<YearRange> ParseYears()
    {
        if (!_reader.IsNextNumber(4) || IsNextDateWithYear())
        {
            return [];
        }

        var years = ImmutableArray.CreateBuilder<YearRange>();
        do
        {
            var at = _reader.Position;
            var from = ParseYear();
            var to = _reader.Accept("-") ? ParseYear() : from;
            RefuseBackward(from <= to, at);
            years.Add(new YearRange(from, to));
        } while (_reader.Accept(","));

        return years.ToImmutable();
    }

    /// <summary><c>Dates : DateRange ("," DateRange)*</c></summary>
    private ImmutableArray<DateRange> ParseDates()
    {
        if (!IsNextMonth() && _reader.NextWord != "easter" && !_reader.IsNextNumber(4))
        {
            return [];
        }

        var dates = ImmutableArray.CreateBuilder<DateRange>();
        bool? haveYears = null;
        do
        {
            var at = _reader.Position;
            int? year = _reader.IsNextNumber(4) ? ParseYear() : null;
            if ((haveYears ??= year is not null) != year is not null)
            {
                _reader.Fail(OpeningHoursFault.MixedYears, at);
            }

            dates.Add(_reader.AcceptWord("easter") ? ParseEasterDay(year) : ParseDateRange(year, at));
        } while (_reader.Accept(","));

        return dates.ToImmutable();
    }

    /// <summary><c>EasterDay : Year? "easter" (("+" | "-") digits ("day" | "days"))?</c></summary>
    private EasterDay ParseEasterDay(int? year)
    {
        var isAfter = _reader.Accept("+");
        if (!isAfter && !_reader.Accept("-"))
        {
            return new EasterDay(year, 0);
        }

        var at = _reader.Position;
        if (_reader.NextDigits is 0 or > 2)
        {
            _reader.FailExpecting("2 days");
        }

        var days = _reader.ReadDigits(_reader.NextDigits);
        if (!_reader.AcceptWord("days") && !_reader.AcceptWord("day"))
        {
            _reader.FailExpecting("days");
        }

        if (days > LongestMoveFromEaster)
        {
            _reader.Fail(OpeningHoursFault.NoSuchDay, at);
        }

        return new EasterDay(year, isAfter ? days : -days);
    }

    /// <summary><c>DateRange : Month ("-" Month)? | Year? Month Day ("-" (Day | Year? Month Day))?</c></summary>
    private DateRange ParseDateRange(int? year, int at)
    {
        var month = ParseMonth();
        // A year that reaches this place stands before a date: ParseYears has taken the others.
        if (year is null && (_reader.NextDigits == 0 || _reader.IsNextTime))
        {
            return new MonthRange(month, _reader.Accept("-") ? ParseMonth() : month);
        }

        var day = ParseDay(year, month);
        var (toYear, toMonth, toDay) = (year, month, day);
        if (_reader.Accept("-"))
        {
            if (_reader.IsNextNumber(2))
            {
                toDay = ParseDay(year, month);
                RefuseBackward(day <= toDay, at);
            }
            else
            {
                toYear = _reader.IsNextNumber(4) ? ParseYear() : null;
                toMonth = ParseMonth();
                toDay = ParseDay(toYear, toMonth);
            }
        }

        if (year is null != toYear is null)
        {
            _reader.Fail(OpeningHoursFault.MixedYears, at);
        }

        if (year is not { } fromYear || toYear is not { } lastYear)
        {
            return new MonthDayRange((month * 100) + day, (toMonth * 100) + toDay);
        }

        var range = new DatedRange(new LocalDate(fromYear, month, day), new LocalDate(lastYear, toMonth, toDay));
        RefuseBackward(range.From <= range.To, at);
        return range;
    }

    /// <summary><c>Weeks : "week" Week ("-" Week ("/" digits)?)? ("," ...)*</c></summary>
    private ImmutableArray<WeekRange> ParseWeeks()
    {
        if (!_reader.AcceptWord("week"))
        {
            return [];
        }

        var weeks = ImmutableArray.CreateBuilder<WeekRange>();
        do
        {
            var at = _reader.Position;
            var from = ParseWeek();
            var (to, step) = (from, 1);
            if (_reader.Accept("-"))
            {
                to = ParseWeek();
                step = _reader.Accept("/") ? ParseStep() : 1;
            }

            RefuseBackward(from <= to, at);
            weeks.Add(new WeekRange(from, to, step));
        } while (_reader.Accept(","));

        return weeks.ToImmutable();
    }

    private bool IsNextMonth() => s_months.Contains(_reader.NextWord);

    private bool IsNextDateWithYear()
    {
        var start = _reader.Position;
        _reader.ReadDigits(4);
        var word = _reader.NextWord;
        _reader.Position += word.Length;
        var isDate = word == "easter" || (s_months.Contains(word) && _reader.NextDigits > 0 && !_reader.IsNextTime);
        _reader.Position = start;
        return isDate;
    }

    private int ParseYear()
    {
        var at = _reader.Position;
        var year = _reader.ExpectNumber(4, "2027");
        if (year < FirstYear)
        {
            _reader.Fail(OpeningHoursFault.NoSuchNumber, at);
        }

        return year;
    }

    private int ParseMonth()
    {
        var month = s_months.IndexOf(_reader.NextWord) + 1;
        if (month == 0)
        {
            _reader.FailExpecting("Dec", "easter");
        }

        _reader.Position += s_months[month - 1].Length;
        return month;
    }

    private int ParseDay(int? year, int month)
    {
        var at = _reader.Position;
        var day = _reader.ExpectNumber(2, "24");
        // Without a year, 29 February is a day that comes in leap years.
        if (day == 0 || day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2000, month))
        {
            _reader.Fail(OpeningHoursFault.NoSuchDay, at);
        }

        return day;
    }

    private int ParseWeek()
    {
        var at = _reader.Position;
        var week = _reader.ExpectNumber(2, "01");
        if (week is 0 or > 53)
        {
            _reader.Fail(OpeningHoursFault.NoSuchNumber, at);
        }

        return week;
    }

    private int ParseStep()
    {
        var at = _reader.Position;
        if (_reader.NextDigits is 0 or > 2)
        {
            _reader.FailExpecting("2");
        }

        var step = _reader.ReadDigits(_reader.NextDigits);
        if (step is < 2 or > 26)
        {
            _reader.Fail(OpeningHoursFault.NoSuchNumber, at);
        }

        return step;
    }

    private void RefuseBackward(bool isForward, int at)
    {
        if (!isForward)
        {
            _reader.Fail(OpeningHoursFault.BackwardRange, at);
        }
    }
}
