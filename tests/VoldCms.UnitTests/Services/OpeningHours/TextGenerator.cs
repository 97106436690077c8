namespace VoldCms.UnitTests.Services.OpeningHours;

/// <summary>Writes texts of the subset, production by production; the same seed gives the same texts.</summary>
internal sealed class TextGenerator(int seed)
{
    public static readonly IReadOnlyList<string> Comments = ["by appointment", "ring first", "etter avtale", "kun telefon"];

    private static readonly string[] s_weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly string[] s_months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly int[] s_daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private readonly Random _random = new(seed);

    public string NextText()
    {
        var text = Chance(6) ? "24/7" + Maybe(4, () => " open " + Comment()) : Rule(isFirst: true);
        for (var more = _random.Next(4); more > 0; more--)
        {
            // The judge takes no comma right after 24/7.
            text += Chance(3) && !text.EndsWith('7') ? ", " + Added() : "; " + Rule(isFirst: false);
        }

        return text + Maybe(4, () => " || " + Fallback());
    }

    private string Rule(bool isFirst)
    {
        var days = Days();
        return (isFirst && Chance(8), days.Length == 0, _random.Next(6)) switch
        {
            (true, _, _) => Times() + Maybe(4, () => " " + Modifier()),
            (_, true, _) => Times() + " off",
            (_, _, 0) => days + " off",
            (_, _, 1) => days + " " + Modifier(),
            (_, _, 2) => $"{days} {Times()} {Modifier()}",
            _ => $"{days} {Times()}",
        };
    }

    private string Added() => $"{Weekdays()} {Times()}" + Maybe(4, () => " " + Modifier());

    private string Fallback() =>
        _random.Next(4) switch
        {
            0 => Comment(),
            1 => "unknown",
            // Not past midnight: there the judge differs, see DifferenceTests.
            2 => $"{Weekdays()} {List(2, DaySpan)} unknown {Comment()}",
            _ => $"{Weekdays()} {Comment()}",
        };

    private string Days() =>
        _random.Next(10) switch
        {
            0 => Dates(),
            1 => $"{Dates()} {Weekdays()}",
            2 => Weeks(),
            3 => $"{Weeks()} {Weekdays()}",
            4 => $"{_random.Next(2026, 2029)} {Weekdays()}",
            5 => "PH",
            6 => Chance(2) ? "" : "PH " + WeekdayRange(),
            _ => Weekdays(),
        };

    private string Weekdays() =>
        Maybe(6, () => "PH,") switch
        {
            "" => List(3, Weekday) + Maybe(6, () => ",PH"),
            var holidays => holidays + List(2, Weekday),
        };

    private string Weekday() =>
        _random.Next(8) switch
        {
            0 or 1 or 2 => Pick(s_weekdays),
            3 => $"{Pick(s_weekdays)}[{_random.Next(1, 6)}]",
            4 => $"{Pick(s_weekdays)}[-{_random.Next(1, 3)}]",
            _ => WeekdayRange(),
        };

    private string WeekdayRange() => $"{Pick(s_weekdays)}-{Pick(s_weekdays)}";

    private string Dates() =>
        _random.Next(7) switch
        {
            0 => List(2, () => Pick(s_months)),
            1 => $"{Pick(s_months)}-{Pick(s_months)}",
            2 => $"{Date()}-{Date()}",
            3 => DatedRange(),
            4 => "easter" + Maybe(2, () => $" {(Chance(2) ? '+' : '-')}{_random.Next(1, 50)} days"),
            5 => DaysOfMonth(),
            _ => List(3, Date),
        };

    private string Date()
    {
        var month = _random.Next(12);
        return $"{s_months[month]} {_random.Next(1, s_daysInMonths[month] + 1):00}";
    }

    private string DaysOfMonth()
    {
        var month = _random.Next(12);
        var first = _random.Next(1, s_daysInMonths[month]);
        return $"{s_months[month]} {first:00}-{_random.Next(first, s_daysInMonths[month] + 1):00}";
    }

    private string DatedRange() => $"2026 {Date()}-2027 {Date()}";

    private string Weeks()
    {
        var first = _random.Next(1, 50);
        var last = _random.Next(first + 1, 54);
        return $"week {first:00}" + Maybe(2, () => $"-{last:00}" + Maybe(3, () => $"/{_random.Next(2, 5)}"));
    }

    private string Times() => List(3, Span);

    private string Span()
    {
        var from = _random.Next(0, 24 * 4) * 15;
        return _random.Next(8) switch
        {
            0 => "00:00-24:00",
            1 => $"{Time(from)}-{Time((24 * 60) + _random.Next(0, Math.Min(from, 6 * 60)))}",
            2 => $"{Time((18 * 60) + (from / 4))}-{Time(_random.Next(0, 24) * 15)}",
            3 => $"{Time(from)}-{Time((from + 15 + (_random.Next(0, 92) * 15)) % (24 * 60))}",
            _ => DaySpan(),
        };
    }

    private string DaySpan()
    {
        var from = _random.Next(0, 20 * 4) * 15;
        return $"{Time(from)}-{Time(_random.Next(from + 1, 24 * 60))}";
    }

    private static string Time(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private string Modifier() =>
        _random.Next(7) switch
        {
            0 => Comment(),
            1 => "unknown",
            2 => "unknown " + Comment(),
            3 => "open",
            4 => "open " + Comment(),
            5 => "closed",
            _ => "off " + Comment(),
        };

    private string Comment() => $"\"{Comments[_random.Next(Comments.Count)]}\"";

    private string List(int longest, Func<string> item) =>
        string.Join(',', Enumerable.Range(0, _random.Next(1, longest + 1)).Select(_ => item()));

    private string Maybe(int oneIn, Func<string> text) => Chance(oneIn) ? text() : "";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(string[] words) => words[_random.Next(words.Length)];
}
