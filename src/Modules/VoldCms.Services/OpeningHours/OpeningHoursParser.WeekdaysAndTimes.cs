using System.Collections.Immutable;
using NodaTime;

namespace VoldCms.Services.OpeningHours;

/// <content>Weekdays, public holidays and times.</content>
internal sealed partial class OpeningHoursParser
{
    private const int LatestStart = (24 * 60) - 1;
    private const int LatestEnd = 48 * 60;

    private static readonly ImmutableArray<string> s_weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary><c>Weekdays : "PH" | "PH" "," WeekdayList | "PH" WeekdayList | WeekdayList ("," "PH")?</c></summary>
    private WeekdaySelector? ParseWeekdays()
    {
        RefuseSchoolHolidays();
        if (_reader.AcceptWord("PH"))
        {
            if (_reader.Accept(","))
            {
                return ParseWeekdayList(HolidayMeaning.Also);
            }

            return IsNextWeekday() ? ParseWeekdayList(HolidayMeaning.Only) : new WeekdaySelector(0, [], HolidayMeaning.Also);
        }

        return IsNextWeekday() ? ParseWeekdayList(HolidayMeaning.None) : null;
    }

    /// <summary>
    /// <c>WeekdayList : WeekdayRange ("," WeekdayRange)*</c>, <c>WeekdayRange : Weekday ("-" Weekday | "[" Numbers "]")?</c>
    /// </summary>
    private WeekdaySelector ParseWeekdayList(HolidayMeaning holidays)
    {
        var days = 0;
        var nth = ImmutableArray.CreateBuilder<NthWeekday>();
        do
        {
            RefuseSchoolHolidays();
            if (holidays == HolidayMeaning.None && _reader.AcceptWord("PH"))
            {
                holidays = HolidayMeaning.Also;
                break;
            }

            var from = ParseWeekday();
            if (_reader.Accept("["))
            {
                ParseNumbers((IsoDayOfWeek)(from + 1), nth);
                continue;
            }

            var to = _reader.Accept("-") ? ParseWeekday() : from;
            for (var day = from; day != to; day = (day + 1) % 7)
            {
                days |= 1 << day;
            }

            days |= 1 << to;
        } while (_reader.Accept(","));

        return new WeekdaySelector(days, nth.ToImmutable(), holidays);
    }

    /// <summary><c>Numbers : Number ("," Number)*</c>, <c>Number : digit ("-" digit)? | "-" digit</c>, then the bracket's end.</summary>
    private void ParseNumbers(IsoDayOfWeek day, ImmutableArray<NthWeekday>.Builder nth)
    {
        do
        {
            var at = _reader.Position;
            var isFromEnd = _reader.Accept("-");
            var from = ParseNumber();
            var to = !isFromEnd && _reader.Accept("-") ? ParseNumber() : from;
            RefuseBackward(from <= to, at);
            for (var number = from; number <= to; number++)
            {
                nth.Add(new NthWeekday(day, isFromEnd ? -number : number));
            }
        } while (_reader.Accept(","));

        _reader.Expect("]");
    }

    /// <summary><c>Times : Span ("," Span)*</c>; a comma that no time follows begins the next rule.</summary>
    private ImmutableArray<MinuteSpan> ParseTimes()
    {
        if (!_reader.IsNextTime)
        {
            return [];
        }

        var times = ImmutableArray.CreateBuilder<MinuteSpan>();
        var end = _reader.Position;
        do
        {
            times.Add(ParseSpan());
            end = _reader.Position;
        } while (_reader.Accept(",") && _reader.IsNextTime);

        _reader.Position = end;
        return times.ToImmutable();
    }

    /// <summary><c>Span : Time "-" Time</c>; an end before the beginning is the day after.</summary>
    private MinuteSpan ParseSpan()
    {
        var at = _reader.Position;
        var from = ParseTime(LatestStart);
        _reader.Expect("-");
        var to = ParseTime(LatestEnd);
        if (from == to)
        {
            _reader.Fail(OpeningHoursFault.EmptySpan, at);
        }

        if (to < from)
        {
            to += Rule.MinutesOfDay;
        }

        if (to - from > Rule.MinutesOfDay)
        {
            _reader.Fail(OpeningHoursFault.LongSpan, at);
        }

        return new MinuteSpan(from, to);
    }

    private int ParseTime(int latest)
    {
        var at = _reader.Position;
        if (_reader.NextDigits != 2 || !_reader.IsNextTime)
        {
            _reader.FailExpecting("08:00");
        }

        var hours = _reader.ReadDigits(2);
        _reader.Expect(":");
        if (_reader.NextDigits != 2)
        {
            _reader.Fail(OpeningHoursFault.Unexpected, at, "08:00");
        }

        var minutes = _reader.ReadDigits(2);
        var time = (hours * 60) + minutes;
        if (minutes > 59 || time > latest)
        {
            _reader.Fail(OpeningHoursFault.NoSuchTime, at);
        }

        return time;
    }

    private bool IsNextWeekday() => s_weekdays.Contains(_reader.NextWord);

    private int ParseWeekday()
    {
        var day = s_weekdays.IndexOf(_reader.NextWord);
        if (day < 0)
        {
            _reader.FailExpecting("Mo", "PH");
        }

        _reader.Position += 2;
        return day;
    }

    private int ParseNumber()
    {
        var at = _reader.Position;
        var number = _reader.ExpectNumber(1, "1");
        if (number is 0 or > 5)
        {
            _reader.Fail(OpeningHoursFault.NoSuchNumber, at);
        }

        return number;
    }

    private void RefuseSchoolHolidays()
    {
        if (_reader.NextWord == "SH")
        {
            _reader.Fail(OpeningHoursFault.SchoolHolidays, _reader.Position);
        }
    }
}
